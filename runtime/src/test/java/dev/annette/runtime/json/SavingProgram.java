package dev.annette.runtime.json;

import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;
import java.util.TreeMap;

/**
 * A program that saves models to one file without an end, each with a number in all of its parts.
 */
final class SavingProgram {
  private static final int UNITS = 5_000;

  private SavingProgram() {}

  /** Takes the file; the first number is awaited as a line of input. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    int first = new Scanner(System.in, StandardCharsets.UTF_8).nextInt();
    for (int number = first; ; number++) {
      ModelFile.save(model(number), file);
      if (number == first) {
        System.out.println("saving");
      }
    }
  }

  static ModelContent model(int number) {
    float[] weights = new float[UNITS];
    Arrays.fill(weights, number);
    return new ModelContent(
        SampleModels.wide(UNITS),
        new Provenance(7, number, 1, 80, "", new TreeMap<>(), List.of(), List.of()),
        weights);
  }

  /** Returns the number of a model; −1 if its parts have not the same. */
  static int number(Path file) throws IOException {
    ModelContent content = ModelFile.load(file, SampleModels.wide(UNITS));
    int number = (int) content.provenance().steps();
    for (float weight : content.tensor(0)) {
      if (weight != number) {
        return -1;
      }
    }
    return number;
  }
}

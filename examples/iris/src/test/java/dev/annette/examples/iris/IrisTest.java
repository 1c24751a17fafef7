package dev.annette.examples.iris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.examples.iris.Iris.Flower;
import dev.annette.examples.iris.Iris.Species;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.csv.Csv;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IrisTest {
  private static final Path SOURCE =
      Path.of("src", "main", "java", "dev", "annette", "examples", "iris", "Iris.java");

  private static final Training TRAINING = Training.epochs(60).optimizer(Adam.of(0.01));

  @TempDir Path folder;

  @Test
  void flowers_that_were_not_trained_on_are_recognised() throws IOException {
    Dataset.Split split = IrisTrainer.dataset(flowers()).stratifiedSplit(0.2, 1);
    IrisTrainer trainer = IrisTrainer.create(42);
    trainer.fit(split.train(), TRAINING);
    Evaluation unseen = trainer.evaluate(split.validation());
    assertTrue(unseen.metrics().get("accuracy") >= 0.93, unseen::toString);
  }

  @Test
  void the_program_saves_a_model_that_answers_in_species() throws IOException {
    Path file = folder.resolve("iris.json");
    Iris.main(new String[] {data().toString(), file.toString()});
    IrisModel model = IrisModel.load(file);
    assertEquals(Species.SETOSA, model.predict(5.1f, 3.5f, 1.4f, 0.2f));
    List<Flower> flowers = flowers();
    List<Species> species = model.predict(flowers);
    List<EnumMap<Species, Float>> probabilities = model.probabilities(flowers);
    int right = 0;
    for (int i = 0; i < flowers.size(); i++) {
      Flower flower = flowers.get(i);
      assertEquals(species.get(i), model.predict(flower));
      assertEquals(probabilities.get(i), model.probabilities(flower));
      assertEquals(
          1, probabilities.get(i).values().stream().mapToDouble(share -> share).sum(), 1e-6);
      right += species.get(i) == flower.species() ? 1 : 0;
    }
    assertTrue(right >= 144, "right: " + right);
  }

  @Test
  void its_code_is_at_most_18_lines() throws IOException {
    List<String> lines = linesAsWritten(Files.readString(SOURCE));
    assertTrue(lines.size() <= 18, () -> lines.size() + " lines:\n" + String.join("\n", lines));
    lines.forEach(line -> assertTrue(line.length() <= 100, line));
  }

  /**
   * Returns the code with annotations and lists on the line of what they belong to, without
   * comments, package and imports.
   */
  private static List<String> linesAsWritten(String source) {
    String code =
        Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL).matcher(source).replaceAll("").strip();
    code = code.replaceAll("(?m)^(package|import) .*\n", "").replaceAll("(?m)^\\s*\n", "");
    code = code.replaceAll("([,(])\n\\s*", "$1 ").replaceAll("\\( ", "(");
    code = code.replaceAll("(?m)^(\\s*@\\w+\\([^)]*\\))\n\\s*(?=@|Layer)", "$1 ");
    code = code.replaceAll("(enum \\w+ \\{)\n\\s*(.*)\n\\s*}", "$1 $2 }");
    List<String> lines = new ArrayList<>();
    for (String line : code.split("\n")) {
      if (line.length() <= 100) {
        lines.add(line);
      } else {
        int end = line.lastIndexOf(' ', 100);
        lines.add(line.substring(0, end));
        lines.add("      " + line.substring(end + 1));
      }
    }
    return lines;
  }

  private static Path data() {
    return Path.of("src", "main", "resources", "dev", "annette", "examples", "iris", "iris.csv");
  }

  private static List<Flower> flowers() throws IOException {
    return Csv.file(data()).rows(IrisTrainer.rows());
  }
}

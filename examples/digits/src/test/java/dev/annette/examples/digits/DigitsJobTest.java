package dev.annette.examples.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.data.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitsJobTest {
  @TempDir Path directory;

  @Test
  void at_least_nine_of_ten_seeds_read_97_percent_of_unseen_digits() throws IOException {
    List<Double> accuracies = new ArrayList<>();
    for (int seed = 1; seed <= 10; seed++) {
      accuracies.add(DigitsJob.run(directory.resolve("digits.json"), seed, nowhere()));
    }
    long good = accuracies.stream().filter(accuracy -> accuracy >= 0.97).count();
    assertTrue(good >= 9, () -> good + " of 10 seeds: " + accuracies);
  }

  @Test
  void the_job_trains_saves_loads_and_asks_again() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Path file = directory.resolve("digits.json");
    try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      assertTrue(DigitsJob.run(file, 42, out) >= 0.97);
    }
    String text = printed.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("epoch 200/200"), text);
    assertTrue(text.contains("accuracy"), text);
    assertTrue(text.matches("(?s).*gives the same bits for all 3(59|60|61) unseen digits.*"), text);
    assertTrue(Files.size(file) > 10_000);
  }

  @Test
  void one_seed_gives_one_model() throws IOException {
    Dataset digits = DigitsJob.digits();
    assertEquals(1797, digits.rows());
    String first = json(digits, 7);
    assertEquals(first, json(digits, 7));
    assertTrue(!first.equals(json(digits, 8)));
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }

  private static String json(Dataset digits, long seed) {
    DigitsTrainer trainer = DigitsTrainer.create(seed);
    trainer.fit(digits, dev.annette.runtime.train.Training.epochs(2));
    return new String(trainer.model().toJson(), StandardCharsets.UTF_8);
  }
}

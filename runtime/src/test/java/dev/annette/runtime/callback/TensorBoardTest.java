package dev.annette.runtime.callback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.LinearTrainer;
import dev.annette.runtime.train.Rows;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.StepDecay;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is written, against what TensorBoard's own reader found in the same bytes: {@code
 * tensorboard_events.py} reads the stored files and writes {@code read.json} beside them. {@code
 * -Dgoldens=update} rewrites the files.
 */
class TensorBoardTest {
  private static final Path GOLDENS =
      Path.of("src", "test", "resources", "dev", "annette", "runtime", "callback", "tensorboard");
  private static final String NAME = "events.out.tfevents.1700000000.annette.0";
  private static final Dataset ROWS = Rows.regression(40, 3, 1);

  @TempDir Path folder;

  @Test
  void the_bytes_are_those_that_tensorboard_has_read() throws IOException {
    run(folder);
    for (String run : List.of("train", "validation")) {
      Path golden = GOLDENS.resolve(run).resolve(NAME);
      byte[] written = Files.readAllBytes(folder.resolve(run).resolve(NAME));
      if ("update".equals(System.getProperty("goldens"))) {
        Files.createDirectories(golden.getParent());
        Files.write(golden, written);
      }
      assertArrayEquals(Files.readAllBytes(golden), written, run);
    }
  }

  @Test
  void tensorboard_has_read_the_history() throws IOException {
    History history = run(folder);
    Map<String, Map<String, List<List<Double>>>> expected = new TreeMap<>();
    for (EpochRecord epoch : history.epochs()) {
      add(expected, "train", "loss", epoch, epoch.dataLoss());
      add(expected, "train", "penalty", epoch, epoch.penalty());
      add(expected, "train", "penalty/output.weights.l2", epoch, epoch.penalty());
      add(expected, "train", "learning_rate", epoch, 0.125 * Math.pow(0.5, epoch.epoch()));
      add(expected, "validation", "loss", epoch, epoch.validationLoss());
      epoch.metrics().forEach((name, value) -> add(expected, "validation", name, epoch, value));
    }
    Map<String, Map<String, List<List<Double>>>> read =
        new ObjectMapper()
            .readValue(GOLDENS.resolve("read.json").toFile(), new TypeReference<>() {});
    assertEquals(expected, read);
  }

  @Test
  void a_second_run_adds_files_and_without_validation_there_is_one() throws IOException {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    TensorBoard board = TensorBoard.to(folder).withClock(() -> 1_700_000_000_000L);
    Training run = Training.epochs(1).optimizer(Sgd.of(0.1)).callback(board);
    trainer.fit(ROWS, run);
    trainer.fit(ROWS, run);
    assertEquals(List.of("train"), files(folder));
    assertEquals(
        List.of(NAME, NAME.replace(".annette.0", ".annette.1")), files(folder.resolve("train")));
  }

  @Test
  void a_directory_that_cannot_be_made_is_named_before_the_first_step() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "");
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    UncheckedIOException thrown =
        assertThrows(
            UncheckedIOException.class,
            () -> trainer.fit(ROWS, Training.epochs(1).callback(TensorBoard.to(taken))));
    assertTrue(
        thrown.getMessage().startsWith("TensorBoard cannot write " + taken.resolve("train") + ": "),
        thrown.getMessage());
    assertEquals(0, trainer.state().steps());
  }

  /** Trains a little, at a second an event. */
  private static History run(Path directory) {
    AtomicLong millis = new AtomicLong(1_700_000_000_000L);
    return LinearTrainer.halfSquared(3)
        .l2(4, PenaltyScaling.TEXTBOOK)
        .fit(
            ROWS,
            Training.epochs(3)
                .optimizer(Sgd.of(0.125))
                .learningRate(StepDecay.every(1, 0.5))
                .validation(ROWS)
                .callback(TensorBoard.to(directory).withClock(() -> millis.getAndAdd(250))));
  }

  private static void add(
      Map<String, Map<String, List<List<Double>>>> all,
      String run,
      String tag,
      EpochRecord epoch,
      double value) {
    all.computeIfAbsent(run, name -> new TreeMap<>())
        .computeIfAbsent(tag, name -> new ArrayList<>())
        .add(List.of((double) epoch.epoch(), (double) (float) value));
  }

  private static List<String> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

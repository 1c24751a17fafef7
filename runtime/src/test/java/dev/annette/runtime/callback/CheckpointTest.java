package dev.annette.runtime.callback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.train.Callback;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.LinearTrainer;
import dev.annette.runtime.train.Mode;
import dev.annette.runtime.train.Rows;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final Dataset ROWS = Rows.regression(40, 3, 1);

  /** Learns so fast that the loss rises again, and falls to nothing by and by. */
  private static final Training OVERSHOOTING =
      Training.epochs(6).fullBatch().optimizer(Sgd.momentum(0.3, 0.9));

  @TempDir Path folder;

  @Test
  void the_best_model_so_far_is_in_the_file() throws IOException {
    Path file = folder.resolve("models").resolve("best.json");
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    List<byte[]> models = new ArrayList<>();
    Callback keeping = Callback.onEpoch((epoch, control) -> models.add(trainer.model().toJson()));
    History history =
        trainer.fit(
            ROWS, OVERSHOOTING.validation(ROWS).callback(Checkpoint.best(file)).callback(keeping));
    int best = history.best().epoch();
    assertTrue(best < history.last().epoch(), () -> history.epochs().toString());
    assertArrayEquals(models.get(best - 1), Files.readAllBytes(file));
    assertEquals(List.of("best.json"), files(file.getParent()));
  }

  @Test
  void only_better_epochs_are_saved() throws IOException {
    History history =
        LinearTrainer.halfSquared(3)
            .fit(
                ROWS,
                OVERSHOOTING
                    .validation(ROWS)
                    .callback(
                        Checkpoint.best(folder.resolve("{epoch}.json")).withMonitor("val_loss")));
    List<String> expected = new ArrayList<>();
    double best = Double.POSITIVE_INFINITY;
    for (EpochRecord epoch : history.epochs()) {
      if (epoch.validationLoss() < best) {
        best = epoch.validationLoss();
        expected.add(epoch.epoch() + ".json");
      }
    }
    assertEquals(expected, files(folder));
    assertTrue(expected.size() < history.epochs().size());
  }

  @Test
  void a_number_is_watched_in_its_direction() throws IOException {
    Path rising = folder.resolve("rising").resolve("{epoch}.json");
    Path falling = folder.resolve("falling").resolve("{epoch}.json");
    Training slow = Training.epochs(4).fullBatch().optimizer(Sgd.of(0.1)).validation(ROWS);
    LinearTrainer.halfSquared(3)
        .fit(
            ROWS,
            slow.callback(Checkpoint.best(rising).withMonitor("r2"))
                .callback(Checkpoint.best(falling).withMonitor("r2").withMode(Mode.MIN)));
    assertEquals(List.of("1.json", "2.json", "3.json", "4.json"), files(rising.getParent()));
    assertEquals(List.of("1.json"), files(falling.getParent()));
  }

  @Test
  void every_so_many_epochs_there_is_a_file() throws IOException {
    Path file = folder.resolve("epoch-{epoch}.json");
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    Training run = OVERSHOOTING.withEpochs(5).callback(Checkpoint.every(2, file));
    trainer.fit(ROWS, run);
    trainer.fit(ROWS, run);
    assertEquals(
        List.of("epoch-10.json", "epoch-2.json", "epoch-4.json", "epoch-6.json", "epoch-8.json"),
        files(folder));
    assertArrayEquals(
        trainer.model().toJson(), Files.readAllBytes(folder.resolve("epoch-10.json")));
  }

  @Test
  void what_the_run_does_not_measure_is_refused_before_the_first_step() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    Callback best = Checkpoint.best(folder.resolve("a.json")).withMonitor("r3");
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> trainer.fit(ROWS, OVERSHOOTING.validation(ROWS).callback(best)));
    assertEquals(
        "Checkpoint.best watches r3, which no epoch measures. Did you mean \"r2\"? There are"
            + " validation_loss, data_loss, penalty, mae, mse, r2.",
        thrown.getMessage());
    assertEquals(0, trainer.state().steps());
    assertThrows(
        IllegalArgumentException.class, () -> Checkpoint.every(0, folder.resolve("a.json")));
  }

  @Test
  void a_model_that_cannot_be_saved_is_not_lost() throws IOException {
    Path models = folder.resolve("models");
    Path file = models.resolve("best.json");
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    Callback sabotage =
        Callback.onEpoch(
            (epoch, control) -> {
              if (epoch.epoch() == 2) {
                delete(models);
              }
            });
    UncheckedIOException thrown =
        assertThrows(
            UncheckedIOException.class,
            () ->
                trainer.fit(
                    ROWS, OVERSHOOTING.callback(sabotage).callback(Checkpoint.every(1, file))));
    assertEquals(
        "Checkpoint cannot write %s: NoSuchFileException: %s: there is no directory %s. The trainer"
                .formatted(file, file, models)
            + " keeps what it has learned.",
        thrown.getMessage());
    LinearTrainer expected = LinearTrainer.halfSquared(3);
    expected.fit(ROWS, OVERSHOOTING.withEpochs(2));
    assertArrayEquals(expected.model().toJson(), trainer.model().toJson());
    trainer.fit(ROWS, OVERSHOOTING.withEpochs(1).callback(Checkpoint.every(1, file)));
    assertArrayEquals(trainer.model().toJson(), Files.readAllBytes(file));
    assertFalse(Files.exists(folder.resolve("best.json")));
  }

  private static void delete(Path directory) {
    try {
      for (String file : files(directory)) {
        Files.delete(directory.resolve(file));
      }
      Files.delete(directory);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<String> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

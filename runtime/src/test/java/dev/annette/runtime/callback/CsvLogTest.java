package dev.annette.runtime.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.Callback;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.LinearTrainer;
import dev.annette.runtime.train.Rows;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLogTest {
  private static final Dataset ROWS = Rows.regression(40, 3, 1);
  private static final Training RUN = Training.epochs(3).optimizer(Sgd.of(0.1));

  @TempDir Path folder;

  @Test
  void the_file_is_the_history_after_every_epoch() throws IOException {
    Path file = folder.resolve("logs").resolve("run.csv");
    List<Integer> lines = new ArrayList<>();
    Callback counting = Callback.onEpoch((epoch, control) -> lines.add(lines(file).size()));
    History history =
        LinearTrainer.halfSquared(3)
            .l2(4, PenaltyScaling.TEXTBOOK)
            .fit(ROWS, RUN.validation(ROWS).callback(CsvLog.to(file)).callback(counting));
    assertEquals(history.toCsv(), Files.readString(file));
    assertEquals(
        "epoch,data_loss,penalty,validation_loss,penalty.output.weights.l2,mae,mse,r2",
        lines(file).get(0));
    assertEquals(List.of(2, 3, 4), lines);
  }

  @Test
  void a_trainer_that_goes_on_continues_its_file_with_the_columns_that_it_needs()
      throws IOException {
    Path file = folder.resolve("run.csv");
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    CsvLog log = CsvLog.to(file);
    trainer.fit(ROWS, RUN.callback(log));
    History history = trainer.fit(ROWS, RUN.validation(ROWS).callback(log));
    assertEquals(6, history.epochs().size());
    assertEquals(history.toCsv(), Files.readString(file));
    assertTrue(lines(file).get(1).endsWith(",,,,"), lines(file).get(1));
  }

  @Test
  void another_trainer_replaces_the_file() throws IOException {
    Path file = folder.resolve("run.csv");
    CsvLog log = CsvLog.to(file);
    LinearTrainer.halfSquared(3).fit(ROWS, RUN.callback(log));
    History history = LinearTrainer.halfSquared(3).fit(ROWS, RUN.withEpochs(1).callback(log));
    assertEquals(history.toCsv(), Files.readString(file));
  }

  @Test
  void a_file_that_cannot_be_opened_is_named_before_the_first_step() throws IOException {
    Path file = Files.createDirectory(folder.resolve("taken"));
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    UncheckedIOException thrown =
        assertThrows(
            UncheckedIOException.class, () -> trainer.fit(ROWS, RUN.callback(CsvLog.to(file))));
    assertTrue(
        thrown.getMessage().startsWith("CsvLog cannot write " + file + ": FileSystemException: "),
        thrown.getMessage());
    assertTrue(thrown.getMessage().endsWith(". The trainer keeps what it has learned."));
    assertEquals(0, trainer.state().steps());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.runtime.diagnosis.Observations;
import dev.annette.runtime.diagnosis.Regularization;
import dev.annette.runtime.model.EpochRecord;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final EpochRecord FIRST = epoch(1, 0.5, 0.3, 0.4);
  private static final EpochRecord SECOND = epoch(2, 0.25, 0.4, 0.3);
  private static final EpochRecord THIRD = epoch(3, 0.125, 0.7, 0.3);

  @Test
  void the_best_epoch_is_the_first_with_the_smallest_validation_loss() {
    assertEquals(SECOND, history(FIRST, SECOND, THIRD).best());
    assertEquals(THIRD, history(FIRST, SECOND, THIRD).last());
  }

  @Test
  void without_validation_the_best_epoch_has_the_smallest_objective() {
    EpochRecord a = epoch(1, 0.5, 0.3, Double.NaN);
    EpochRecord b = epoch(2, 0.4, 0.2, Double.NaN);
    EpochRecord c = epoch(3, 0.3, 0.4, Double.NaN);
    assertEquals(b, history(a, b, c).best());
  }

  @Test
  void epochs_without_validation_are_not_the_best_among_validated_ones() {
    assertEquals(SECOND, history(epoch(1, 0, 0, Double.NaN), SECOND).best());
  }

  @Test
  void csv_has_a_header_and_leaves_out_what_was_not_measured() {
    EpochRecord measured =
        new EpochRecord(
            2,
            0.1,
            new TreeMap<>(Map.of("a.weights.l2", 1e-9, "b.activityL1", 2.0)),
            0.3,
            new TreeMap<>(Map.of("accuracy", 0.875)));
    assertEquals(
        """
        epoch,data_loss,penalty,validation_loss,penalty.a.weights.l2,penalty.b.activityL1,accuracy
        1,0.5,0.3,,0.3,,
        2,0.1,2.000000001,0.3,1.0E-9,2.0,0.875
        """,
        history(epoch(1, 0.5, 0.3, Double.NaN), measured).toCsv());
  }

  @Test
  void a_history_without_epochs_has_no_last_one() {
    assertEquals(
        "This history has no epochs: the run ended before the first.",
        assertThrows(NoSuchElementException.class, () -> history().best()).getMessage());
  }

  private static EpochRecord epoch(int number, double loss, double penalty, double validation) {
    return new EpochRecord(
        number, loss, new TreeMap<>(Map.of("a.weights.l2", penalty)), validation, new TreeMap<>());
  }

  private static History history(EpochRecord... epochs) {
    return new History(
        List.of(epochs),
        List.of(),
        new RunEnd(RunEnd.Cause.COMPLETED, "all epochs ran", 0),
        new Observations(
            HiddenTrainer.DESCRIPTION, 0, "sgd", Regularization.NONE, 1, 0, new TreeMap<>()));
  }
}

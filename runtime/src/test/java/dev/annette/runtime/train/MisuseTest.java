package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.Loss;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.NetworkDescription;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What callers get wrong in other ways than by a number. */
class MisuseTest {
  private static final Dataset ROWS = Rows.regression(20, 3, 1);
  private static final Training ONE = Training.epochs(1);

  @Test
  void what_is_missing_is_named() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    assertMissing("rows are null; fit learns from rows", () -> trainer.fit((Dataset) null, ONE));
    assertMissing("training is null; say Training.epochs(n)", () -> trainer.fit(ROWS, null));
    assertMissing("training is null; say Training.online()", () -> trainer.prepare(null));
    assertMissing("batch is null; a step learns from rows", () -> trainer.step(null));
    assertMissing("rows are null; evaluate measures rows", () -> trainer.evaluate(null));
    assertMissing("rows are null; fitInputs measures rows", () -> trainer.fitInputs(null));
    assertMissing(
        "features are null; a dataset needs them", () -> Dataset.ofClasses(null, new int[1]));
    assertMissing(
        "labels are null; a dataset needs them", () -> Dataset.ofClasses(new float[1][1], null));
    assertMissing(
        "targets are null; a dataset needs them",
        () -> Dataset.ofValues(new float[1][1], (float[]) null));
    assertMissing("weights are null; a dataset needs them", () -> ROWS.withWeights(null));
    assertMissing("targets are null; a batch needs them", () -> Batch.of(new float[1], 1, null));
    assertMissing(
        "features are null; a batch needs them",
        () -> Batch.of(null, 1, new Targets.Classes(new int[1])));
  }

  private static void assertMissing(String message, Executable call) {
    assertEquals(message, assertThrows(NullPointerException.class, call).getMessage());
  }

  @Test
  void one_step_at_a_time_is_said_of_the_trainer() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    Callback within =
        new Callback() {
          @Override
          public void onEpoch(EpochRecord epoch, Control control) {
            trainer.state().forRows(3, (from, to, scratch) -> trainer.step(ROWS.toBatch()));
          }
        };
    assertEquals(
        "This trainer is in the middle of a step, and it makes one at a time: two threads must not"
            + " share a trainer. It uses several threads by itself; give each of yours a trainer of"
            + " its own, fresh(seed).",
        assertThrows(IllegalStateException.class, () -> trainer.fit(ROWS, ONE.callback(within)))
            .getMessage());
  }

  @Test
  void the_same_number_must_mean_the_same_class() {
    Dataset train = classes(List.of("setosa", "virginica"));
    NetworkDescription network =
        NetworkDescription.network("test.Classes", 1)
            .loss(Loss.CROSS_ENTROPY)
            .layer("output", "dense")
            .with("units", 3)
            .weight("output.weights", 1, 3)
            .build();
    assertEquals(
        "the training rows number their classes [setosa, virginica], but the validation rows"
            + " [virginica, setosa], so that the same number means different classes: read both"
            + " with the same list, label(column, classes)",
        assertThrows(
                IllegalArgumentException.class,
                () -> parts(train, classes(List.of("virginica", "setosa")), network))
            .getMessage());
    parts(train, classes(List.of("setosa", "virginica", "versicolor")), network);
    parts(train, classes(List.of("setosa", "virginica")), network);
    parts(train, Dataset.ofClasses(new float[2][1], new int[] {0, 1}), network);
  }

  private static TrainingRows parts(Dataset train, Dataset validation, NetworkDescription network) {
    return TrainingRows.of(train, ONE.validation(validation).options(), network, 1);
  }

  private static Dataset classes(List<String> names) {
    return Dataset.ofClasses(new float[2][1], new int[] {0, 1}).withClassNames(names);
  }
}

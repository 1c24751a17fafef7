package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.Loss;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import org.junit.jupiter.api.Test;

/** Every refusal of a batch, before anything has changed. */
class BatchCheckTest {
  private static final float[] FEATURES = {1, 2, 3, 4};

  @Test
  void rows_of_another_width_are_refused() {
    assertRefused(
        "test.Linear: takes 2 numbers a row, but the rows given have 4.",
        Loss.HALF_SQUARED_ERROR,
        Batch.of(FEATURES, 1, new Targets.Values(new float[3])));
  }

  @Test
  void a_feature_that_is_not_finite_is_refused() {
    assertRefused(
        "test.Linear: row 1, column 0 is NaN; every input must be a finite number",
        Loss.HALF_SQUARED_ERROR,
        Batch.of(new float[] {1, 2, Float.NaN, 4}, 2, new Targets.Values(new float[6])));
  }

  @Test
  void classes_need_a_cross_entropy() {
    assertRefused(
        "test.Linear: its loss HALF_SQUARED_ERROR takes 3 numbers a row as targets, not class"
            + " indices.",
        Loss.HALF_SQUARED_ERROR,
        Batch.of(FEATURES, 2, new Targets.Classes(new int[] {0, 1})));
  }

  @Test
  void a_class_without_an_output_is_refused() {
    assertRefused(
        "test.Linear: row 1 has class 3; with 3 outputs a class is from 0 to 2.",
        Loss.CROSS_ENTROPY,
        Batch.of(FEATURES, 2, new Targets.Classes(new int[] {2, 3})));
    assertRefused(
        "test.Linear: row 0 has class -1; with 3 outputs a class is from 0 to 2.",
        Loss.CROSS_ENTROPY,
        Batch.of(FEATURES, 2, new Targets.Classes(new int[] {-1, 0})));
  }

  @Test
  void targets_of_another_width_are_refused() {
    assertRefused(
        "test.Linear: has 3 outputs, but the rows given have 2 targets.",
        Loss.HALF_SQUARED_ERROR,
        Batch.of(FEATURES, 2, new Targets.Values(new float[4])));
    assertRefused(
        "test.Linear: has 3 outputs, but the rows given have 4 targets.",
        Loss.HALF_SQUARED_ERROR,
        Batch.of(FEATURES, 2, new Targets.Values(new float[8])));
  }

  @Test
  void a_target_that_is_not_finite_is_refused() {
    assertRefused(
        "test.Linear: the target of row 1, output 2 is Infinity; every target must be a finite"
            + " number.",
        Loss.HALF_SQUARED_ERROR,
        Batch.of(
            FEATURES, 2, new Targets.Values(new float[] {0, 0, 0, 0, 0, Float.POSITIVE_INFINITY})));
  }

  @Test
  void a_target_of_a_cross_entropy_is_a_probability() {
    assertRefused(
        "test.Linear: the target of row 0, output 1 is 1.5; with BINARY_CROSS_ENTROPY a target is"
            + " a probability, from 0 to 1.",
        Loss.BINARY_CROSS_ENTROPY,
        Batch.of(FEATURES, 2, new Targets.Values(new float[] {0, 1.5f, 0, 0, 0, 0})));
    assertRefused(
        "test.Linear: the targets of row 1 sum to 0.75; with CROSS_ENTROPY they are the"
            + " probabilities of the classes, so their sum must be 1.",
        Loss.CROSS_ENTROPY,
        Batch.of(FEATURES, 2, new Targets.Values(new float[] {0, 1, 0, 0.5f, 0.25f, 0})));
  }

  @Test
  void a_weight_below_zero_is_refused() {
    assertRefused(
        "test.Linear: row 1 has weight -1.0; a weight must be at least 0 and finite.",
        Loss.HALF_SQUARED_ERROR,
        Batch.of(FEATURES, 2, new Targets.Values(new float[6]), new float[] {1, -1}));
  }

  @Test
  void good_rows_pass() {
    BatchCheck binary = check(Loss.BINARY_CROSS_ENTROPY);
    assertDoesNotThrow(
        () -> binary.require(Batch.of(FEATURES, 2, new Targets.Values(new float[6]))));
    BatchCheck classes = check(Loss.CROSS_ENTROPY);
    assertDoesNotThrow(
        () -> classes.require(Batch.of(FEATURES, 2, new Targets.Classes(new int[] {2, 0}))));
  }

  @Test
  void nothing_changes_when_a_step_is_refused() {
    LinearTrainer trainer = LinearTrainer.halfSquared(2).start(new float[] {1, 2}, 3);
    Batch batch = Batch.of(FEATURES, 2, new Targets.Values(new float[2]));
    assertEquals(
        "test.Linear: a step needs an optimizer; call prepare(Training.online().optimizer(...)) before"
            + " step, or fit.",
        assertThrows(IllegalStateException.class, () -> trainer.step(batch)).getMessage());
    HiddenTrainer unmeasured = HiddenTrainer.create(1);
    assertEquals(
        "test.Hidden: @Standardize on inputs has not measured its inputs yet; call"
            + " fitInputs(dataset) before step, or fit.",
        assertThrows(IllegalStateException.class, () -> unmeasured.step(batch)).getMessage());
    trainer.prepare(Training.online());
    FEATURES[3] = Float.NaN;
    assertThrows(IllegalArgumentException.class, () -> trainer.step(batch));
    FEATURES[3] = 4;
    assertEquals(0, trainer.state().steps());
    assertEquals(3, trainer.parameter("output.bias")[0]);
  }

  private static void assertRefused(String message, Loss loss, Batch batch) {
    BatchCheck check = check(loss);
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> check.require(batch)).getMessage());
  }

  private static BatchCheck check(Loss loss) {
    return new BatchCheck(LinearTrainer.describe(2, 3, loss));
  }
}

package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.Loss;
import dev.annette.runtime.model.NetworkDescription;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ParameterSetTest {
  private final LinearTrainer trainer = LinearTrainer.halfSquared(2).start(new float[] {1, 2}, 3);

  @Test
  void parameters_are_flat_in_the_order_of_the_description() {
    assertEquals(3, trainer.parameterCount());
    float[] flat = new float[3];
    trainer.getParameters(flat);
    assertArrayEquals(new float[] {1, 2, 3}, flat);
    trainer.setParameters(new float[] {4, 5, 6});
    assertArrayEquals(new float[] {4, 5}, trainer.parameter("output.weights"));
    assertArrayEquals(new float[] {6}, trainer.parameter("output.bias"));
  }

  @Test
  void a_parameter_is_read_as_a_copy() {
    trainer.parameter("output.weights")[0] = 9;
    assertEquals(1, trainer.parameter("output.weights")[0]);
  }

  @Test
  void a_model_does_not_change_with_its_trainer() {
    LinearModel model = trainer.model();
    trainer.setParameter("output.bias", 8);
    assertEquals(3, model.content().tensor(1)[0]);
    assertEquals(8, trainer.fresh(1).restore(trainer.model()).parameter("output.bias")[0]);
  }

  @Test
  void what_does_not_fit_is_refused_and_changes_nothing() {
    assertRefused(
        "test.Linear has no parameter \"output.weight\". Did you mean \"output.weights\"? It has"
            + " output.weights, output.bias.",
        () -> trainer.parameter("output.weight"));
    assertRefused(
        "output.weights of test.Linear holds 2 numbers, not 3.",
        () -> trainer.setParameter("output.weights", 1, 2, 3));
    assertRefused(
        "output.weights of test.Linear: number 1 is NaN; it must be finite.",
        () -> trainer.setParameter("output.weights", 1, Float.NaN));
    assertRefused(
        "test.Linear has 3 parameters, but the array holds 4.",
        () -> trainer.getParameters(new float[4]));
    assertRefused(
        "parameters of test.Linear: number 2 is Infinity; it must be finite.",
        () -> trainer.setParameters(new float[] {7, 7, Float.POSITIVE_INFINITY}));
    assertArrayEquals(new float[] {1, 2}, trainer.parameter("output.weights"));
  }

  @Test
  void a_trainer_must_have_the_arrays_of_its_description() {
    NetworkDescription description = LinearTrainer.describe(2, 1, Loss.HALF_SQUARED_ERROR);
    LearnedParameter weights = LearnedParameter.of("output.weights", new float[2]);
    LearnedParameter bias = LearnedParameter.of("output.bias", new float[2]);
    assertRefused(
        "test.Linear: the description has output.bias[1], but the trainer has no such array.",
        () -> new ParameterSet(description, List.of(weights), List.of(), List.of()));
    assertRefused(
        "test.Linear: the description has output.bias[1], but the trainer has an array of 2.",
        () -> new ParameterSet(description, List.of(weights, bias), List.of(), List.of()));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}

package dev.annette.runtime.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradientCheckTest {
  private static final double TOLERANCE = 1e-5;
  private static final int ROWS = 9;

  private static Batch classes() {
    int[] classes = {0, 1, 2, 3, 0, 1, 2, 3, 0};
    return batch(new Targets.Classes(classes));
  }

  private static Batch values() {
    return batch(new Targets.Values(KernelTrainer.random("targets", ROWS * KernelTrainer.OUT)));
  }

  private static Batch batch(Targets targets) {
    float[] weights = {1, 2, 0.5f, 0, 1, 1.5f, 3, 0.25f, 1};
    float[] features = KernelTrainer.random("features", ROWS * KernelTrainer.IN);
    return Batch.of(features, ROWS, targets, weights);
  }

  /** Gives every unit a first row whose input of the activation is 0 in float, not in double. */
  private static KernelTrainer atTheKink(FloatActivation activation, float rate) {
    KernelTrainer trainer = new KernelTrainer(activation, Loss.CROSS_ENTROPY, rate);
    float[] bias = trainer.tensor("hidden.bias");
    float kink = (float) activation.definition().kinks()[0];
    Arrays.fill(bias, 0);
    float[] x = standardized(trainer, classes().features());
    float[] w = trainer.tensor("hidden.weights");
    for (int j = 0; j < bias.length; j++) {
      float sum = Math.fma(x[1], w[KernelTrainer.UNITS + j], x[0] * w[j]);
      w[2 * KernelTrainer.UNITS + j] = (kink - sum) / x[2];
    }
    return trainer;
  }

  private static float[] standardized(KernelTrainer trainer, float[] features) {
    float[] x = new float[KernelTrainer.IN];
    for (int k = 0; k < x.length; k++) {
      x[k] = (features[k] - trainer.tensor("pixels.mean")[k]) * trainer.tensor("pixels.scale")[k];
    }
    return x;
  }

  @ParameterizedTest
  @EnumSource
  void kernels_agree_with_the_interpreter(FloatActivation activation) {
    KernelTrainer trainer = new KernelTrainer(activation, Loss.CROSS_ENTROPY, 0.25f);
    GradientCheck check = GradientCheck.of(trainer, classes()).requireWithin(TOLERANCE);
    assertEquals(
        List.of("hidden.weights", "hidden.bias", "output.weights", "output.bias"),
        check.gradients().stream().map(GradientError::name).toList());
    assertTrue(check.worst().relative() > 0, "floats round");
  }

  @ParameterizedTest
  @EnumSource(names = {"RELU", "LEAKY_RELU", "ELU", "SELU", "HARD_SIGMOID"})
  void values_that_round_across_a_kink_follow_the_run(FloatActivation activation) {
    for (float rate : new float[] {0, 0.5f}) {
      KernelTrainer trainer = atTheKink(activation, rate);
      GradientCheck.of(trainer, classes()).requireWithin(TOLERANCE);
      assertTrue(
          errorWithOwnBranches(trainer, classes(), "hidden.weights") > 100 * TOLERANCE,
          "the batch has values on both sides");
    }
  }

  @Test
  void errors_that_round_across_a_kink_follow_the_run() {
    KernelTrainer trainer = new KernelTrainer(FloatActivation.TANH, Loss.MEAN_ABSOLUTE_ERROR, 0.5f);
    trainer.gradients(values(), new float[trainer.parameterCount()]);
    Batch exact = batch(new Targets.Values(trainer.lastValue("output").clone()));
    GradientCheck check = GradientCheck.of(trainer, exact);
    assertEquals(0, check.worst().magnitude(), "every error is 0");
    check.requireWithin(0);
    assertTrue(errorWithOwnBranches(trainer, exact, "output.weights") > 0);
  }

  @Test
  void errors_at_delta_differ_by_rounding_alone() {
    KernelTrainer trainer = new KernelTrainer(FloatActivation.TANH, Loss.HUBER, 0.5f);
    trainer.gradients(values(), new float[trainer.parameterCount()]);
    float[] targets = trainer.lastValue("output").clone();
    for (int i = 0; i < targets.length; i++) {
      targets[i] += i % 2 == 0 ? 0.5f : -0.5f;
    }
    GradientCheck.of(trainer, batch(new Targets.Values(targets))).requireWithin(TOLERANCE);
    GradientCheck.of(trainer, values()).requireWithin(TOLERANCE);
  }

  @Test
  void a_unit_that_is_wrongly_off_is_not_believed() {
    KernelTrainer off =
        new KernelTrainer(FloatActivation.RELU, Loss.CROSS_ENTROPY, 0) {
          @Override
          void activate(float[] dense, float[] activated) {}
        };
    GradientCheck check = GradientCheck.of(off, classes());
    assertThrows(AssertionError.class, () -> check.requireWithin(0.01));
    assertTrue(check.dataLoss().relative() > 0.01, "the loss is off as well");
  }

  @Test
  void a_wrong_gradient_is_named_with_its_place_and_both_values() {
    int second = KernelTrainer.UNITS + 7;
    GradientCheck check = GradientCheck.of(spoiled(second, 1000), classes());
    GradientError error = check.gradients().get(0);
    assertEquals(List.of(1, 7), error.position());
    assertEquals(1000, error.actual());
    AssertionError thrown =
        assertThrows(AssertionError.class, () -> check.requireWithin(TOLERANCE));
    assertEquals(
        String.format(
            "Kernels is off by more than 1.0e-05:%n  gradient of hidden.weights[1, 7] is 1000.0, but"
                + " %s in double precision: off by %.1e of the largest magnitude, %s",
            error.expected(), error.relative(), error.magnitude()),
        thrown.getMessage());
  }

  @Test
  void a_gradient_that_is_not_a_number_is_off() {
    GradientCheck check = GradientCheck.of(spoiled(2, Float.NaN), classes());
    assertEquals(List.of(0, 2), check.worst().position());
    assertThrows(AssertionError.class, () -> check.requireWithin(1e300));
  }

  @Test
  void a_wrong_data_loss_is_off() {
    KernelTrainer trainer =
        new KernelTrainer(FloatActivation.TANH, Loss.CROSS_ENTROPY, 0) {
          @Override
          public double gradients(Batch batch, float[] gradients) {
            return 1.001 * super.gradients(batch, gradients);
          }
        };
    GradientCheck check = GradientCheck.of(trainer, classes());
    assertEquals("data loss", check.worst().name());
    AssertionError thrown = assertThrows(AssertionError.class, () -> check.requireWithin(1e-4));
    assertTrue(thrown.getMessage().contains("  data loss is "), thrown.getMessage());
  }

  private static KernelTrainer spoiled(int index, float value) {
    return new KernelTrainer(FloatActivation.TANH, Loss.CROSS_ENTROPY, 0) {
      @Override
      public double gradients(Batch batch, float[] gradients) {
        double loss = super.gradients(batch, gradients);
        gradients[index] = value;
        return loss;
      }
    };
  }

  /** Returns the error of a tensor if masks are replayed, but no branches. */
  private static double errorWithOwnBranches(KernelTrainer trainer, Batch batch, String name) {
    Tensors tensors = Tensors.ofFloats(trainer.description(), trainer::parameter);
    Interpreter interpreter = Interpreter.of(trainer.description());
    Replay run = TrainerReplay.of(trainer);
    Replay masks = value -> value.equals("hidden.mask") ? run.recorded(value) : null;
    double[] following = interpreter.run(tensors, batch, run).gradients().get(name);
    double[] own = interpreter.run(tensors, batch, masks).gradients().get(name);
    double worst = 0;
    for (int i = 0; i < own.length; i++) {
      worst = Math.max(worst, Math.abs(own[i] - following[i]));
    }
    return worst / Closeness.magnitude(own);
  }
}

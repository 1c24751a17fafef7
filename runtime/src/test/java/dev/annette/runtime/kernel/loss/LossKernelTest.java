package dev.annette.runtime.kernel.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.runtime.kernel.loss.Targets.Classes;
import dev.annette.runtime.kernel.loss.Targets.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares every constant's kernel with the constant's own definition in double precision. */
class LossKernelTest {
  private static final int ROWS = 6;
  private static final int UNITS = 3;
  private static final float[] WEIGHTS = {1, 0.5f, 2, 0, 3, 0.25f};
  private static final float[] OUTPUTS = {
    0.5f, -1.5f, 2, 30, -30, 0.25f, -0.125f, 4, 1e4f, -1e4f, 0, 3, 1, 1, 1, 0.7f, -0.3f, 0.1f
  };

  /** Soft labels; the last row is a target for its own outputs in the losses of errors. */
  private static final float[] SHARES = {
    0.25f, 0.5f, 0.25f, 1, 0, 0, 0, 0, 1, 0.125f, 0.125f, 0.75f, 0, 1, 0, 0.5f, 0.5f, 0
  };

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM")
  void losses_and_gradients_are_the_definition(Loss loss) {
    for (float[] weights : new float[][] {null, WEIGHTS}) {
      float[] rowLoss = new float[ROWS];
      float[] gradient = new float[OUTPUTS.length];
      LossKernel.of(loss).run(OUTPUTS, new Values(SHARES), weights, rowLoss, gradient, 0, ROWS);
      for (int row = 0; row < ROWS; row++) {
        double weight = weights == null ? 1 : weights[row];
        double exact = weight * rowLoss(loss, OUTPUTS, row);
        assertEquals(exact, rowLoss[row], 1e-6 * Math.max(1, Math.abs(exact)), "row " + row);
        for (int i = row * UNITS; i < (row + 1) * UNITS; i++) {
          double slope = weight / ROWS * derivative(loss, i);
          assertEquals(slope, gradient[i], 1e-6 * Math.max(1, Math.abs(slope)), "output " + i);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM")
  void gradients_are_finite_differences_of_the_row_loss(Loss loss) {
    float[] outputs = {0.5f, -1.5f, 2, 1.25f, -0.25f, 0.375f};
    float[] shares = {0.25f, 0.5f, 0.25f, 0, 1, 0};
    float[] rowLoss = new float[2];
    float[] gradient = new float[outputs.length];
    LossKernel kernel = LossKernel.of(loss);
    kernel.run(outputs, new Values(shares), null, rowLoss, gradient, 0, 2);
    for (int i = 0; i < outputs.length; i++) {
      float step = 0x1p-7f;
      float[] above = outputs.clone();
      float[] below = outputs.clone();
      above[i] += step;
      below[i] -= step;
      float[] lossAbove = new float[2];
      float[] lossBelow = new float[2];
      float[] ignored = new float[outputs.length];
      kernel.run(above, new Values(shares), null, lossAbove, ignored, 0, 2);
      kernel.run(below, new Values(shares), null, lossBelow, ignored, 0, 2);
      double slope = ((double) lossAbove[i / UNITS] - lossBelow[i / UNITS]) / (2 * step) / 2;
      assertEquals(slope, gradient[i], 1e-4, "output " + i);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM")
  void other_rows_stay_untouched(Loss loss) {
    float[] wholeLoss = new float[ROWS];
    float[] whole = new float[OUTPUTS.length];
    LossKernel kernel = LossKernel.of(loss);
    kernel.run(OUTPUTS, new Values(SHARES), WEIGHTS, wholeLoss, whole, 0, ROWS);
    float[] rowLoss = {-7, -7, -7, -7, -7, -7};
    float[] gradient = OUTPUTS.clone();
    kernel.run(OUTPUTS, new Values(SHARES), WEIGHTS, rowLoss, gradient, 2, 4);
    for (int i = 0; i < gradient.length; i++) {
      boolean inside = i / UNITS == 2 || i / UNITS == 3;
      assertEquals(inside ? whole[i] : OUTPUTS[i], gradient[i]);
      assertEquals(inside ? wholeLoss[i / UNITS] : -7, rowLoss[i / UNITS]);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM")
  void nan_reaches_the_loss(Loss loss) {
    float[] rowLoss = new float[1];
    float[] outputs = {1, Float.NaN, 2};
    float[] shares = {0, 1, 0};
    LossKernel.of(loss).run(outputs, new Values(shares), null, rowLoss, new float[3], 0, 1);
    assertTrue(Float.isNaN(rowLoss[0]));
  }

  @Test
  void a_class_is_the_distribution_that_is_1_there() {
    int[] indices = {0, 2, 1, 1, 0, 2};
    float[] shares = new float[OUTPUTS.length];
    for (int row = 0; row < ROWS; row++) {
      shares[row * UNITS + indices[row]] = 1;
    }
    for (String name : new String[] {"SoftmaxCrossEntropy", "CrossEntropy"}) {
      float[] outputs = name.startsWith("S") ? OUTPUTS : probabilities(OUTPUTS, true);
      float[] lossOfClasses = new float[ROWS];
      float[] gradientOfClasses = new float[OUTPUTS.length];
      float[] lossOfValues = new float[ROWS];
      float[] gradientOfValues = new float[OUTPUTS.length];
      LossKernel kernel = LossKernel.named(name);
      kernel.run(outputs, new Classes(indices), WEIGHTS, lossOfClasses, gradientOfClasses, 0, ROWS);
      kernel.run(outputs, new Values(shares), WEIGHTS, lossOfValues, gradientOfValues, 0, ROWS);
      assertArrayEquals(lossOfValues, lossOfClasses, 0f);
      assertArrayEquals(gradientOfValues, gradientOfClasses, 0f);
    }
  }

  @Test
  void losses_of_errors_refuse_classes() {
    Targets classes = new Classes(new int[] {0});
    float[] one = new float[1];
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    MeanSquaredError.lossAndGradient(
                        one, classes, null, 1, new float[1], new float[1], 0, 1, 1, null))
            .getMessage();
    assertTrue(message.contains("mean squared error") && message.contains("Targets.Values"));
  }

  @Test
  void unfused_cross_entropies_agree_with_the_fused_ones_away_from_0_and_1() {
    float[] logits = {0.5f, -1.5f, 2, 1.25f, -0.25f, 0.375f};
    float[] shares = {0.25f, 0.5f, 0.25f, 0, 1, 0};
    for (boolean softmax : new boolean[] {true, false}) {
      String name = softmax ? "CrossEntropy" : "BinaryCrossEntropy";
      float[] p = probabilities(logits, softmax);
      float[] fusedLoss = new float[2];
      float[] fused = new float[6];
      float[] loss = new float[2];
      float[] gradient = new float[6];
      LossKernel.named((softmax ? "Softmax" : "Sigmoid") + name)
          .run(logits, new Values(shares), null, fusedLoss, fused, 0, 2);
      LossKernel.named(name).run(p, new Values(shares), null, loss, gradient, 0, 2);
      throughActivation(p, gradient, softmax);
      assertArrayEquals(fusedLoss, loss, 1e-6f);
      assertArrayEquals(fused, gradient, 1e-6f);
    }
  }

  @Test
  void unfused_cross_entropies_stay_finite_at_0_and_1() {
    float[] p = {0, 1, 0};
    float[] shares = {1, 0, 0};
    for (String name : new String[] {"CrossEntropy", "BinaryCrossEntropy"}) {
      float[] loss = new float[1];
      float[] gradient = new float[3];
      LossKernel.named(name).run(p, new Values(shares), null, loss, gradient, 0, 1);
      assertTrue(loss[0] > 50 && loss[0] < 100);
      assertTrue(gradient[0] < -1e37f && Float.isFinite(gradient[0]));
    }
  }

  private static float[] probabilities(float[] logits, boolean softmax) {
    float[] p = logits.clone();
    for (int i = 0; i < p.length; i++) {
      p[i] =
          (float) (softmax ? Math.exp(logProbability(logits, i)) : 1 / (1 + Math.exp(-logits[i])));
    }
    return p;
  }

  /** Turns a gradient by probabilities into one by logits. */
  private static void throughActivation(float[] p, float[] gradient, boolean softmax) {
    for (int start = 0; start < p.length; start += UNITS) {
      double mean = 0;
      for (int i = start; i < start + UNITS; i++) {
        mean += softmax ? gradient[i] * p[i] : 0;
      }
      for (int i = start; i < start + UNITS; i++) {
        double factor = softmax ? 1 : 1 - p[i];
        gradient[i] = (float) (factor * p[i] * (gradient[i] - mean));
      }
    }
  }

  private static double rowLoss(Loss loss, float[] outputs, int row) {
    double sum = 0;
    for (int i = row * UNITS; i < (row + 1) * UNITS; i++) {
      double output = loss == Loss.CROSS_ENTROPY ? logProbability(outputs, i) : outputs[i];
      sum += loss.value(output, SHARES[i], LossKernel.DELTA);
    }
    return loss.averagesOutputs() ? sum / UNITS : sum;
  }

  private static double derivative(Loss loss, int i) {
    double output = loss == Loss.CROSS_ENTROPY ? Math.exp(logProbability(OUTPUTS, i)) : OUTPUTS[i];
    double slope = loss.derivative(output, SHARES[i], LossKernel.DELTA);
    return loss.averagesOutputs() ? slope / UNITS : slope;
  }

  private static double logProbability(float[] logits, int i) {
    int start = i / UNITS * UNITS;
    double max = Double.NEGATIVE_INFINITY;
    for (int j = start; j < start + UNITS; j++) {
      max = Math.max(max, logits[j]);
    }
    double sum = 0;
    for (int j = start; j < start + UNITS; j++) {
      sum += Math.exp(logits[j] - max);
    }
    return logits[i] - max - Math.log(sum);
  }
}

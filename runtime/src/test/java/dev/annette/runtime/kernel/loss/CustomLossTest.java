package dev.annette.runtime.kernel.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.annette.runtime.custom.LossFunction;
import dev.annette.runtime.kernel.Scratch;
import org.junit.jupiter.api.Test;

/** The kernel of losses that users write. */
class CustomLossTest {
  /** {@code Σ (output − target)²·(i + 1)}, and the arrays it was given. */
  private static final class Own implements LossFunction {
    private double[] given;

    @Override
    public double value(double[] outputs, double[] targets) {
      given = outputs;
      double sum = 0;
      for (int i = 0; i < outputs.length; i++) {
        sum += (i + 1) * (outputs[i] - targets[i]) * (outputs[i] - targets[i]);
      }
      return sum;
    }

    @Override
    public void derivative(double[] outputs, double[] targets, double[] derivative) {
      for (int i = 0; i < outputs.length; i++) {
        derivative[i] = 2 * (i + 1) * (outputs[i] - targets[i]);
      }
    }
  }

  private final Own own = new Own();
  private final Scratch scratch = new Scratch();
  private final float[] rowLoss = {-7, -7, -7};
  private final float[] gradient = {-7, -7, -7, -7, -7, -7};

  private void run(Targets targets, float[] weights, int from, int to) {
    float[] outputs = {1, 2, 3, 4, 5, 6};
    CustomLoss.lossAndGradient(
        outputs, targets, weights, 3, rowLoss, gradient, from, to, 2, own, scratch);
  }

  @Test
  void rows_are_weighted_and_the_others_left_alone() {
    run(new Targets.Values(new float[] {0, 0, 2, 2, 0, 0}), new float[] {1, 3, 1}, 1, 2);
    assertArrayEquals(new float[] {-7, 3 * (1 + 2 * 4), -7}, rowLoss);
    assertArrayEquals(new float[] {-7, -7, 2, 8, -7, -7}, gradient);
  }

  @Test
  void a_class_is_a_one_among_zeros() {
    run(new Targets.Classes(new int[] {1, 0, 1}), null, 0, 3);
    assertArrayEquals(new float[] {1 + 2 * 1, 2 * 2 + 2 * 16, 25 + 2 * 25}, rowLoss);
    assertArrayEquals(
        new float[] {2 / 3f, 4 / 3f, 4 / 3f, 16 / 3f, 10 / 3f, 20 / 3f}, gradient, 1e-6f);
  }

  /** A function may take the length of its arrays for the number of outputs. */
  @Test
  void the_arrays_are_as_long_as_a_row_and_the_same_each_time() {
    scratch.doubles(0, 5);
    run(new Targets.Values(new float[6]), null, 0, 3);
    double[] first = own.given;
    assertEquals(2, first.length);
    run(new Targets.Values(new float[6]), null, 0, 3);
    assertSame(first, own.given);
  }
}

package dev.annette.runtime.kernel.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.runtime.kernel.loss.Targets.Classes;
import dev.annette.runtime.kernel.loss.Targets.Values;
import dev.annette.runtime.reliability.ReliabilityFigure;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Losses and gradients where floats end: logits up to 1e38, all equal, certain, denormal. Each is
 * compared with a closed form in double precision; it is infinite only where that is beyond floats.
 */
class ExtremeLossTest {
  /** Errors in units of the last place, of 1 where a loss or share is smaller. */
  private static final double MOST_ULPS = 4;

  private static final float[] SIZES = {
    Float.MIN_VALUE,
    1e-40f,
    Float.MIN_NORMAL,
    1e-7f,
    0.5f,
    1,
    16,
    88,
    89,
    104,
    745,
    1e4f,
    1e10f,
    1e38f
  };

  private static final float[] SHARES = {0, Float.MIN_VALUE, 1e-7f, 0.5f, 0.99999994f, 1};

  private long points;
  private double worst;

  /** Returns 0 and every size with both signs. */
  private static float[] numbers() {
    float[] numbers = new float[2 * SIZES.length + 1];
    for (int i = 0; i < SIZES.length; i++) {
      numbers[2 * i] = SIZES[i];
      numbers[2 * i + 1] = -SIZES[i];
    }
    return numbers;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM")
  void losses_at_the_ends_of_floats_are_their_closed_forms(Loss loss) throws IOException {
    long start = System.nanoTime();
    if (loss == Loss.CROSS_ENTROPY) {
      classes();
    } else {
      float[] targets = loss == Loss.BINARY_CROSS_ENTROPY ? SHARES : numbers();
      for (float output : numbers()) {
        for (float target : targets) {
          value(loss, output, target);
        }
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    String name = loss.name().toLowerCase(Locale.ROOT).replace('_', '-');
    new ReliabilityFigure("extremes-" + name, points, worst, 0, 0, seconds).write();
    assertTrue(worst <= MOST_ULPS, worst + " units in the last place");
    assertTrue(points >= 2 * 29 * SHARES.length, points + " points");
  }

  private void value(Loss loss, float output, float target) {
    float[] rowLoss = new float[1];
    float[] gradient = new float[1];
    Values targets = new Values(new float[] {target});
    LossKernel.of(loss).run(new float[] {output}, targets, null, rowLoss, gradient, 0, 1);
    String where = loss + " of " + output + " for " + target;
    boolean ofLogit = loss == Loss.BINARY_CROSS_ENTROPY;
    double least = ofLogit ? 1 : 0;
    compare(loss(loss, output, target), rowLoss[0], least, where);
    compare(slope(loss, output, target), gradient[0], least, where);
  }

  /** Returns the loss of one output, by formulas without cancellation. */
  private static double loss(Loss loss, double x, double t) {
    double e = x - t;
    double delta = LossKernel.DELTA;
    return switch (loss) {
      case HALF_SQUARED_ERROR -> e * e / 2;
      case MEAN_SQUARED_ERROR -> e * e;
      case MEAN_ABSOLUTE_ERROR -> Math.abs(e);
      case HUBER -> Math.abs(e) <= delta ? e * e / 2 : delta * (Math.abs(e) - delta / 2);
      case BINARY_CROSS_ENTROPY -> Math.max(x, 0) - x * t + Math.log1p(Math.exp(-Math.abs(x)));
      default -> loss.value(x, t, delta);
    };
  }

  private static double slope(Loss loss, double x, double t) {
    double e = x - t;
    double delta = LossKernel.DELTA;
    return switch (loss) {
      case HALF_SQUARED_ERROR -> e;
      case MEAN_SQUARED_ERROR -> 2 * e;
      case MEAN_ABSOLUTE_ERROR -> Math.signum(e);
      case HUBER -> Math.max(-delta, Math.min(delta, e));
      case BINARY_CROSS_ENTROPY -> 1 / (1 + Math.exp(-x)) - t;
      default -> loss.derivative(x, t, delta);
    };
  }

  /** Two logits that are anything beside one that is 0, or all three equal, for every target. */
  private void classes() {
    for (float first : numbers()) {
      classes(first, first, first);
      for (float second : numbers()) {
        classes(first, second, 0);
      }
    }
  }

  private void classes(float... logits) {
    for (int target = 0; target < logits.length; target++) {
      float[] rowLoss = new float[1];
      float[] gradient = new float[logits.length];
      LossKernel kernel = LossKernel.of(Loss.CROSS_ENTROPY);
      kernel.run(logits, new Classes(new int[] {target}), null, rowLoss, gradient, 0, 1);
      String where = "class " + target + " of " + Arrays.toString(logits);
      compare(logSum(logits, logits[target]), rowLoss[0], 1, where);
      for (int i = 0; i < logits.length; i++) {
        double share = Math.exp(-logSum(logits, logits[i]));
        compare(i == target ? share - 1 : share, gradient[i], 1, where);
      }
      float[] certain = new float[logits.length];
      certain[target] = 1;
      float[] lossOfShares = new float[1];
      float[] gradientOfShares = new float[logits.length];
      kernel.run(logits, new Values(certain), null, lossOfShares, gradientOfShares, 0, 1);
      compare(rowLoss[0], lossOfShares[0], 1, "shares, " + where);
      compare(gradient[target], gradientOfShares[target], 1, "shares, " + where);
    }
  }

  /** Returns {@code log Σ exp(logit − base)}. */
  private static double logSum(float[] logits, double base) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - largest);
    }
    return largest - base + Math.log(sum);
  }

  /** Counts a point and how far the number found is from the exact one. */
  private void compare(double exact, float found, double least, String where) {
    points++;
    if (Math.abs(exact) > Float.MAX_VALUE / 4) {
      assertTrue(Math.abs((double) found) > Float.MAX_VALUE / 8, where + ": " + found);
      return;
    }
    assertTrue(Float.isFinite(found), where + ": " + found + ", not " + exact);
    float unit = Math.ulp((float) Math.max(Math.abs(exact), least));
    double error = Math.abs(found - exact) / unit;
    assertTrue(error <= MOST_ULPS, where + ": " + found + ", not " + exact);
    worst = Math.max(worst, error);
  }

  @Test
  void a_million_equal_classes_are_as_likely() {
    int classes = 1_000_000;
    for (float logit : new float[] {0, 1e4f, -1e4f, 1e38f, Float.MIN_VALUE}) {
      float[] logits = new float[classes];
      Arrays.fill(logits, logit);
      float[] rowLoss = new float[1];
      float[] gradient = new float[classes];
      LossKernel.of(Loss.CROSS_ENTROPY)
          .run(logits, new Classes(new int[] {17}), null, rowLoss, gradient, 0, 1);
      assertEquals(Math.log(classes), rowLoss[0], 2e-6);
      assertEquals(1e-6 - 1, gradient[17], 1e-7);
      assertEquals(1e-6, gradient[0], 1e-12);
    }
  }
}

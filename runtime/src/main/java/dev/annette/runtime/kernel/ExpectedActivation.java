package dev.annette.runtime.kernel;

import java.util.Arrays;

/**
 * What a layer hands on in prediction of whose weights a share was left out in training: the
 * expected activation of a sum u that is nearly normal (Wan et al. 2013, section 4.1), with the
 * mean that the plain layer gives and the variance {@code rate/(1 − rate)·Σ_k w[k][j]²·x[r][k]²}.
 *
 * <p>Arguments of all: {@code x [batch, in]}, {@code w [in, out]}, {@code rate [1]} the share left
 * out in training, {@code y [batch, out]} in: the means, out: the expectations. At rate 0 the
 * activation itself is computed.
 */
public final class ExpectedActivation {
  /** The places of the trapezoidal sum over the normal density, in standard deviations. */
  private static final int NODES = 45;

  private static final double STEP = 0.25;

  private static final float[] PLACES = new float[NODES];
  private static final float[] SHARES = new float[NODES];

  static {
    double sum = 0;
    for (int i = 0; i < NODES; i++) {
      double place = (i - NODES / 2) * STEP;
      PLACES[i] = (float) place;
      sum += StrictMath.exp(-0.5 * place * place);
    }
    for (int i = 0; i < NODES; i++) {
      SHARES[i] = (float) (StrictMath.exp(-0.5 * PLACES[i] * PLACES[i]) / sum);
    }
  }

  /** Apart from the slots of activations, which run in between. */
  private static final int SQUARES = 24;

  private static final int SQUARED_WEIGHTS = 25;
  private static final int DEVIATIONS = 26;
  private static final int VALUES = 27;

  private ExpectedActivation() {}

  /** Takes the expected ReLU: {@code μΦ(μ/σ) + σφ(μ/σ)}, within the rounding of floats. */
  public static void relu(
      float[] x,
      float[] w,
      float[] rate,
      float[] y,
      int from,
      int to,
      int in,
      int out,
      Scratch scratch) {
    leakyRelu(x, w, rate, y, from, to, in, out, 0f, scratch);
  }

  /** Takes the expected leaky ReLU: {@code slope·μ + (1 − slope)·(μΦ(μ/σ) + σφ(μ/σ))}. */
  public static void leakyRelu(
      float[] x,
      float[] w,
      float[] rate,
      float[] y,
      int from,
      int to,
      int in,
      int out,
      float slope,
      Scratch scratch) {
    float[] deviations = deviations(x, w, rate[0], from, to, in, out, scratch);
    for (int i = 0; i < (to - from) * out; i++) {
      int at = from * out + i;
      float mean = y[at];
      float rectified = deviations[i] == 0 ? Math.max(mean, 0f) : rectified(mean, deviations[i]);
      y[at] = slope == 0 ? rectified : Math.fma(slope, mean, (1 - slope) * rectified);
    }
  }

  private static float rectified(float mean, float deviation) {
    float standard = mean / deviation;
    return Math.fma(
        deviation,
        FloatMath.normalDensity(standard),
        mean * FloatMath.normalDistribution(standard));
  }

  /**
   * Takes the expectation of a smooth activation by the trapezoidal rule on {@value #NODES} places
   * from −5.5σ to 5.5σ: to 1e-5 for smooth activations and σ up to 2, and to 2e-3·σ where they have
   * kinks.
   */
  public static void of(
      float[] x,
      float[] w,
      float[] rate,
      float[] y,
      int from,
      int to,
      int in,
      int out,
      RowFunction activation,
      Scratch scratch) {
    if (ConnectionMask.variance(rate[0]) == 0) {
      activation.apply(y, y, from, to, out, scratch);
      return;
    }
    float[] deviations = deviations(x, w, rate[0], from, to, in, out, scratch);
    float[] values = scratch.floats(VALUES, NODES * out);
    for (int r = from; r < to; r++) {
      spread(y, r * out, deviations, (r - from) * out, values, out);
      activation.apply(values, values, 0, NODES, out, scratch);
      gather(values, y, r * out, out);
    }
  }

  /** Writes {@code values[i][j] = mean[j] + place[i]·deviation[j]}, {@code [NODES, out]}. */
  private static void spread(
      float[] mean, int meanFrom, float[] deviation, int deviationFrom, float[] values, int out) {
    for (int i = 0; i < NODES; i++) {
      for (int j = 0; j < out; j++) {
        values[i * out + j] = Math.fma(PLACES[i], deviation[deviationFrom + j], mean[meanFrom + j]);
      }
    }
  }

  /** Writes {@code y[j] = Σ_i share[i]·values[i][j]}, ascending. */
  private static void gather(float[] values, float[] y, int yFrom, int out) {
    Arrays.fill(y, yFrom, yFrom + out, 0f);
    for (int i = 0; i < NODES; i++) {
      for (int j = 0; j < out; j++) {
        y[yFrom + j] = Math.fma(SHARES[i], values[i * out + j], y[yFrom + j]);
      }
    }
  }

  /** Returns the standard deviation of each sum, {@code [to − from, out]} from 0. */
  private static float[] deviations(
      float[] x, float[] w, float rate, int from, int to, int in, int out, Scratch scratch) {
    int rows = to - from;
    float[] deviations = scratch.floats(DEVIATIONS, rows * out);
    float variance = ConnectionMask.variance(rate);
    if (variance == 0) {
      Arrays.fill(deviations, 0, rows * out, 0f);
      return deviations;
    }
    float[] squares = scratch.floats(SQUARES, rows * in);
    for (int i = 0; i < rows * in; i++) {
      squares[i] = x[from * in + i] * x[from * in + i];
    }
    float[] squaredWeights = scratch.floats(SQUARED_WEIGHTS, in * out);
    for (int i = 0; i < in * out; i++) {
      squaredWeights[i] = w[i] * w[i];
    }
    Kernels.active()
        .forward(squares, 0, in, squaredWeights, null, deviations, 0, out, rows, in, out, scratch);
    for (int i = 0; i < rows * out; i++) {
      deviations[i] = (float) Math.sqrt(variance * deviations[i]);
    }
    return deviations;
  }
}

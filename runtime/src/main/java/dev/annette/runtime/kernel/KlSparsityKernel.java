package dev.annette.runtime.kernel;

import java.util.Arrays;

/**
 * A penalty on the means of a layer's outputs: {@code λ·Σ KL(ρ ‖ ρ̂ⱼ)}, where {@code ρ̂ⱼ = Σᵣ
 * xᵣⱼ/n} is the mean of the column j over the n rows of the batch, and
 *
 * <pre>
 * KL(ρ ‖ ρ̂)       = ρ·log(ρ/ρ̂) + (1 − ρ)·log((1 − ρ)/(1 − ρ̂))
 * ∂KL/∂xᵣⱼ         = (−ρ/ρ̂ⱼ + (1 − ρ)/(1 − ρ̂ⱼ)) / n
 * </pre>
 *
 * <p>Below {@link #BOUND} and above 1 − {@link #BOUND} the divergence goes on along its tangent, so
 * a mean of exactly 0 or 1 has a finite penalty and a slope that leads away. The values pass
 * unchanged; the slope is the same for all rows of a column.
 *
 * <p>Means are chains over ascending rows in double precision.
 */
public final class KlSparsityKernel {
  /** How near to 0 and 1 the divergence itself is taken, {@value}. */
  public static final double BOUND = 1e-6;

  private KlSparsityKernel() {}

  /**
   * Writes what one share of the columns adds to the penalty, and its slope.
   *
   * @param x {@code [rows, units]}, from 0 to 1
   * @param divergence out: {@code [units]}, {@code λ·KL(ρ ‖ ρ̂)}
   * @param slope out: {@code [units]}, the derivative of the penalty by any x of the column
   * @param target ρ, from {@link #BOUND} to 1 − {@link #BOUND}
   */
  public static void divergences(
      float[] x,
      float[] divergence,
      float[] slope,
      int rows,
      int units,
      float lambda,
      double target,
      int part,
      int parts,
      Scratch scratch) {
    int start = DenseKernel.boundary(units, part, parts);
    int count = DenseKernel.boundary(units, part + 1, parts) - start;
    double[] sums = scratch.doubles(0, count);
    Arrays.fill(sums, 0, count, 0);
    for (int r = 0; r < rows; r++) {
      int row = r * units + start;
      for (int j = 0; j < count; j++) {
        sums[j] += x[row + j];
      }
    }
    for (int j = 0; j < count; j++) {
      double mean = sums[j] / rows;
      double bounded = Math.min(Math.max(mean, BOUND), 1 - BOUND);
      double tangent = (1 - target) / (1 - bounded) - target / bounded;
      double atBound =
          target * StrictMath.log(target / bounded)
              + (1 - target) * StrictMath.log((1 - target) / (1 - bounded));
      divergence[start + j] = (float) (lambda * (atBound + tangent * (mean - bounded)));
      slope[start + j] = (float) (lambda * tangent / rows);
    }
  }

  /**
   * Hands the rows {@code [from, to)} of x on as y. The penalty is that of the batch, so it is
   * every row's, and the mean over the rows.
   *
   * @param x {@code [batch, units]}
   * @param divergence {@code [units]}
   * @param y out: {@code [batch, units]}, may be x
   * @param rowPenalty out: the sum of the divergences, for each row
   */
  public static void forward(
      float[] x,
      float[] divergence,
      float[] y,
      RowPenalty rowPenalty,
      int from,
      int to,
      int units) {
    if (x != y) {
      System.arraycopy(x, from * units, y, from * units, (to - from) * units);
    }
    float sum = (float) RowSums.sum(divergence, 0, units);
    Arrays.fill(rowPenalty.values(), from, to, sum);
  }

  /** Adds the slope {@code [units]} to the rows {@code [from, to)} of the gradient, in place. */
  public static void backward(float[] slope, float[] gradient, int from, int to, int units) {
    for (int r = from; r < to; r++) {
      int row = r * units;
      for (int j = 0; j < units; j++) {
        gradient[row + j] += slope[j];
      }
    }
  }
}

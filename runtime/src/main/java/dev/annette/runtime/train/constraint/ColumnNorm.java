package dev.annette.runtime.train.constraint;

import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.train.Constraint;
import dev.annette.runtime.train.ParameterPass;
import java.util.Arrays;
import java.util.List;

/**
 * A bound on the norm ‖w‖₂ of every column of a matrix {@code [rows, columns]}, the weights that
 * enter one unit.
 *
 * <p>Norms are summed in double precision over ascending rows, so they do not depend on how many
 * threads share the columns. Rescaled columns are rounded to floats; a norm within {@value
 * #ROUNDING} of where it belongs therefore counts as there, so that a second projection changes
 * nothing.
 */
abstract class ColumnNorm implements Constraint {
  /** More than the share by which rounding every number of a column can change its norm. */
  static final double ROUNDING = 0x1p-22;

  private final int rows;
  private final int columns;

  /** {@code [columns]}: squares, then norms, then what the column is multiplied by. */
  private final double[] factors;

  ColumnNorm(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.factors = new double[columns];
  }

  /** Returns what a norm above 0 becomes. */
  abstract double target(double norm);

  @Override
  public List<ParameterPass> passes(float[] values) {
    return List.of(new Rescaling(values));
  }

  private final class Rescaling implements ParameterPass {
    private final float[] values;

    Rescaling(float[] values) {
      this.values = values;
    }

    @Override
    public long work() {
      return 2L * rows * columns;
    }

    @Override
    public void run(int part, int parts, Scratch scratch) {
      int from = ParameterPass.boundary(columns, part, parts);
      int to = ParameterPass.boundary(columns, part + 1, parts);
      sumSquares(from, to);
      boolean changes = false;
      for (int j = from; j < to; j++) {
        factors[j] = factor(Math.sqrt(factors[j]));
        changes |= factors[j] != 1;
      }
      if (changes) {
        multiply(from, to);
      }
    }

    private void sumSquares(int from, int to) {
      Arrays.fill(factors, from, to, 0);
      for (int row = 0; row < rows; row++) {
        int start = row * columns;
        for (int j = from; j < to; j++) {
          double value = values[start + j];
          factors[j] += value * value;
        }
      }
    }

    private double factor(double norm) {
      double target = norm == 0 ? 0 : target(norm);
      return Math.abs(norm - target) <= ROUNDING * target ? 1 : target / norm;
    }

    private void multiply(int from, int to) {
      for (int row = 0; row < rows; row++) {
        int start = row * columns;
        for (int j = from; j < to; j++) {
          values[start + j] = (float) (values[start + j] * factors[j]);
        }
      }
    }
  }
}

package dev.annette.runtime.train.penalty;

import dev.annette.PenaltyBasis;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.custom.PenaltyFunction;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;
import dev.annette.runtime.train.Hyperparameter;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.ParameterPass;
import java.util.List;

/**
 * {@code b·P(W)} of a matrix {@code [rows, columns]} for a function P that a user wrote and the
 * effective strength b; {@code b·P'(W)}, computed in double precision, joins the gradient of the
 * data.
 */
public final class FunctionPenalty extends ScaledAsL1 {
  private final PenaltyFunction function;
  private final int rows;
  private final int columns;
  private final double[] weights; // [rows, columns]
  private final double[] slopes; // [rows, columns]
  private double strengthOfUpdate;

  /** Creates a penalty on a matrix {@code [rows, columns]}. */
  public FunctionPenalty(
      Hyperparameter strength,
      PenaltyScaling scaling,
      int rows,
      int columns,
      PenaltyFunction function) {
    super(strength, scaling);
    this.function = function;
    this.rows = rows;
    this.columns = columns;
    weights = new double[rows * columns];
    slopes = new double[rows * columns];
  }

  @Override
  public String kind() {
    return "customPenalty";
  }

  /** The function is taken as smooth: whoever wrote it gave its gradient. */
  @Override
  public boolean isSmooth() {
    return true;
  }

  @Override
  public double value(float[] values, PenaltyBasis basis) {
    read(values);
    return effective(basis) * function.value(weights, rows, columns);
  }

  @Override
  public void addGradient(float[] values, double[] gradient, int from, PenaltyBasis basis) {
    differentiate(values);
    double b = effective(basis);
    for (int i = 0; i < slopes.length; i++) {
      gradient[from + i] += b * slopes[i];
    }
  }

  @Override
  public void begin(UpdateCoefficients coefficients, PenaltyBasis basis) {
    strengthOfUpdate = effective(basis);
  }

  @Override
  public boolean joinsGradient(Optimizer optimizer) {
    return true;
  }

  @Override
  public List<ParameterPass> before(float[] values, float[] gradient) {
    return List.of(new WholeGradient(values, gradient));
  }

  private void differentiate(float[] values) {
    read(values);
    function.gradient(weights, rows, columns, slopes);
  }

  private void read(float[] values) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = values[i];
    }
  }

  /** Adds the gradient of the whole matrix, which the function gives at once. */
  private final class WholeGradient implements ParameterPass {
    private final float[] values;
    private final float[] gradient;

    WholeGradient(float[] values, float[] gradient) {
      this.values = values;
      this.gradient = gradient;
    }

    /** Returns 0: one thread does it all. */
    @Override
    public long work() {
      return 0;
    }

    @Override
    public void run(int part, int parts, Scratch scratch) {
      if (strengthOfUpdate == 0) {
        return;
      }
      differentiate(values);
      for (int i = 0; i < slopes.length; i++) {
        gradient[i] += (float) (strengthOfUpdate * slopes[i]);
      }
    }
  }
}

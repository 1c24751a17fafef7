package dev.annette.runtime.train.penalty;

import dev.annette.PenaltyBasis;
import dev.annette.WeightGroup;
import dev.annette.runtime.kernel.UpdateCoefficients;
import dev.annette.runtime.train.Hyperparameter;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.ParameterPass;
import dev.annette.runtime.train.PenaltyTerm;
import java.util.List;

/**
 * λ times the mean |cosine| over the pairs of columns or rows of a matrix {@code [rows, columns]},
 * Keras' {@code OrthogonalRegularizer}.
 *
 * <p>With directions {@code v_i = w_i/‖w_i‖} and p pairs, the gradient by w_i is {@code λ/(p·‖w_i‖)
 * · (Σ_j sign(v_i·v_j)·v_j − v_i·Σ_j |v_i·v_j|)} over j ≠ i; it joins the gradient of the data. A
 * column or row of zeros has the direction 0 and the gradient 0.
 */
public final class CosinePenalty implements PenaltyTerm {
  private final Hyperparameter strength;
  private final int rows;
  private final int columns;
  private final boolean byRow;
  private double strengthOfUpdate;

  /**
   * Creates a penalty on the directions in a matrix {@code [rows, columns]}.
   *
   * @param between what makes a direction
   */
  public CosinePenalty(Hyperparameter strength, int rows, int columns, WeightGroup between) {
    this.strength = strength;
    this.rows = rows;
    this.columns = columns;
    this.byRow = between == WeightGroup.INPUTS;
  }

  @Override
  public String kind() {
    return "orthogonalPenalty";
  }

  @Override
  public Hyperparameter strength() {
    return strength;
  }

  @Override
  public String scaling() {
    return "keras";
  }

  @Override
  public String formula() {
    return "λ";
  }

  @Override
  public double effective(PenaltyBasis basis) {
    return strength.value();
  }

  @Override
  public double value(float[] values, PenaltyBasis basis) {
    return strength.value() * new ExactCosines(directions(values)).meanMagnitude();
  }

  @Override
  public void addGradient(float[] values, double[] gradient, int from, PenaltyBasis basis) {
    double[][] derivative = new ExactCosines(directions(values)).gradient();
    for (int i = 0; i < derivative.length; i++) {
      for (int k = 0; k < derivative[i].length; k++) {
        int at = byRow ? i * columns + k : k * columns + i;
        gradient[from + at] += strength.value() * derivative[i][k];
      }
    }
  }

  /** Returns the numbers of each direction together. */
  private double[][] directions(float[] values) {
    double[][] vectors = new double[byRow ? rows : columns][byRow ? columns : rows];
    for (int i = 0; i < vectors.length; i++) {
      for (int k = 0; k < vectors[i].length; k++) {
        vectors[i][k] = values[byRow ? i * columns + k : k * columns + i];
      }
    }
    return vectors;
  }

  @Override
  public void begin(UpdateCoefficients coefficients, PenaltyBasis basis) {
    strengthOfUpdate = strength.value();
  }

  @Override
  public boolean joinsGradient(Optimizer optimizer) {
    return (byRow ? rows : columns) > 1;
  }

  @Override
  public List<ParameterPass> before(float[] values, float[] gradient) {
    CosineGradient cosines = new CosineGradient(rows, columns, byRow, () -> strengthOfUpdate);
    return cosines.passes(values, gradient);
  }
}

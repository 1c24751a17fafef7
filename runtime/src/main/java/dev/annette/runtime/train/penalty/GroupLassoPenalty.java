package dev.annette.runtime.train.penalty;

import dev.annette.PenaltyBasis;
import dev.annette.PenaltyScaling;
import dev.annette.WeightGroup;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;
import dev.annette.runtime.train.Hyperparameter;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.ParameterPass;
import dev.annette.runtime.train.Remark;
import java.util.List;
import java.util.Optional;

/**
 * {@code b·Σ s·‖w_g‖₂} over the rows or columns g of a matrix {@code [rows, columns]}, for the
 * effective strength b and s = √size or 1 (Yuan and Lin 2006).
 *
 * <p>Under an optimizer with one step size for all numbers it is a block soft threshold after the
 * step, {@code w_g ← max(0, 1 − t/‖u_g‖)·u_g} with {@code t = reach·η·b·s}, the proximal step of
 * the norm (Parikh and Boyd 2014, §6.5.1). A velocity takes part as it does under L1: {@code (u −
 * w)/(reach·η)}, the subgradient that the threshold stands for, joins it. So the fixed points are
 * those of the declared objective with momentum as well. Under other optimizers {@code
 * b·s·w_g/‖w_g‖} joins the gradient of the data, 0 for a group of zeros.
 *
 * <p>Norms are summed in double precision in ascending order.
 */
public final class GroupLassoPenalty extends ScaledAsL1 {
  private final int rows;
  private final int columns;
  private final boolean byRow;
  private final double sizeFactor;

  private UpdateCoefficients coefficients;
  private double strengthOfUpdate;

  /**
   * Creates a penalty on the groups of a matrix {@code [rows, columns]}.
   *
   * @param groups which numbers belong together
   * @param sizeWeighted whether a norm counts times the root of its group's size
   */
  public GroupLassoPenalty(
      Hyperparameter strength,
      PenaltyScaling scaling,
      int rows,
      int columns,
      WeightGroup groups,
      boolean sizeWeighted) {
    super(strength, scaling);
    this.rows = rows;
    this.columns = columns;
    byRow = groups == WeightGroup.INPUTS;
    sizeFactor = sizeWeighted ? Math.sqrt(byRow ? columns : rows) : 1;
  }

  @Override
  public String kind() {
    return "groupLasso";
  }

  @Override
  public boolean makesZeros() {
    return true;
  }

  @Override
  public double value(float[] values, PenaltyBasis basis) {
    double sum = 0;
    for (int group = 0; group < groups(); group++) {
      sum += norm(values, group);
    }
    return effective(basis) * sizeFactor * sum;
  }

  @Override
  public void addGradient(float[] values, double[] gradient, int from, PenaltyBasis basis) {
    double b = effective(basis) * sizeFactor;
    for (int group = 0; group < groups(); group++) {
      double norm = norm(values, group);
      for (int i = 0; i < size() && norm > 0; i++) {
        int at = index(group, i);
        gradient[from + at] += b * values[at] / norm;
      }
    }
  }

  @Override
  public void begin(UpdateCoefficients numbers, PenaltyBasis basis) {
    coefficients = numbers;
    strengthOfUpdate = effective(basis) * sizeFactor;
  }

  @Override
  public boolean joinsGradient(Optimizer optimizer) {
    return optimizer.reach() == 0;
  }

  @Override
  public List<ParameterPass> before(float[] values, float[] gradient) {
    return List.of(
        new Groups((group, norm) -> addDirection(values, gradient, group, norm), values));
  }

  private void addDirection(float[] values, float[] gradient, int group, double norm) {
    double share = norm == 0 ? 0 : strengthOfUpdate / norm;
    for (int i = 0; i < size(); i++) {
      int at = index(group, i);
      gradient[at] += (float) (share * values[at]);
    }
  }

  @Override
  public List<ParameterPass> after(Optimizer optimizer, float[] values, float[][] state) {
    if (joinsGradient(optimizer)) {
      return List.of();
    }
    float[] velocity = state.length == 0 ? null : state[0];
    double reach = optimizer.reach();
    return List.of(
        new Groups((group, norm) -> threshold(values, velocity, group, norm, reach), values));
  }

  private void threshold(float[] values, float[] velocity, int group, double norm, double reach) {
    double step = coefficients.learningRate() * reach;
    double threshold = step * strengthOfUpdate;
    if (threshold == 0 || norm == 0) {
      return;
    }
    double share = norm <= threshold ? 1 : threshold / norm;
    for (int i = 0; i < size(); i++) {
      int at = index(group, i);
      float before = values[at];
      values[at] = share == 1 ? 0 : (float) ((1 - share) * before);
      if (velocity != null) { // share·before, not before - values[at], whose rounding would sum up
        velocity[at] += (float) (share * before / step);
      }
    }
  }

  @Override
  public Optional<Remark> caution(Optimizer optimizer) {
    return joinsGradient(optimizer)
        ? Optional.of(
            Remark.Kind.INEXACT_ZEROS.says(
                "its weights have step sizes of their own, so groups come close to 0 without"
                    + " reaching it; Sgd makes them exactly 0"))
        : Optional.empty();
  }

  private int groups() {
    return byRow ? rows : columns;
  }

  private int size() {
    return byRow ? columns : rows;
  }

  private int index(int group, int i) {
    return byRow ? group * columns + i : i * columns + group;
  }

  private double norm(float[] values, int group) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      double value = values[index(group, i)];
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  /** What happens to a group of a norm. */
  private interface GroupStep {
    void run(int group, double norm);
  }

  /** A pass over all groups, one after the other. */
  private final class Groups implements ParameterPass {
    private final GroupStep step;
    private final float[] values;

    Groups(GroupStep step, float[] values) {
      this.step = step;
      this.values = values;
    }

    @Override
    public long work() {
      return 2L * rows * columns;
    }

    @Override
    public void run(int part, int parts, Scratch scratch) {
      int to = ParameterPass.boundary(groups(), part + 1, parts);
      for (int group = ParameterPass.boundary(groups(), part, parts); group < to; group++) {
        step.run(group, norm(values, group));
      }
    }
  }
}

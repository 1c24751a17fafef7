package dev.annette.runtime.train;

import dev.annette.PenaltyBasis;
import dev.annette.runtime.kernel.UpdateCoefficients;
import java.util.List;
import java.util.Optional;

/**
 * One penalty on a learned parameter: its value, its gradient, and how it enters an update.
 *
 * <p>It enters by numbers of the fused update ({@link #begin}), by a gradient that is added to that
 * of the data ({@link #before}), or by a step of its own after the optimizer's ({@link #after}). A
 * term belongs to one parameter of one trainer and may keep working memory.
 */
public interface PenaltyTerm {
  /** What a penalty does at numbers that are all 0. */
  enum AtZero {
    /** Its gradient is 0: it does not move them. */
    FLAT,
    /**
     * It has a kink in every number, which stays at 0 until the derivative of all else is larger in
     * magnitude than the effective strength.
     */
    KINK,
    /** Something else, or something that depends on the strength. */
    OTHER
  }

  /** Returns its name in descriptions and model files, its annotation in lower camel case. */
  String kind();

  /** Returns λ. */
  Hyperparameter strength();

  /** Returns what λ means, in lower case: a constant of {@link dev.annette.PenaltyScaling}. */
  String scaling();

  /** Returns the effective strength in words of λ, m, n and c. */
  String formula();

  /** Returns the effective strength: what the penalty's sum is multiplied by. */
  double effective(PenaltyBasis basis);

  /** Returns whether the effective strength depends on m. */
  default boolean needsExamples() {
    return false;
  }

  /** Returns whether the effective strength depends on the rows of a batch. */
  default boolean needsBatchRows() {
    return false;
  }

  /** Returns whether it is a part of what training makes small; a decay of weights is none. */
  default boolean isPartOfLoss() {
    return true;
  }

  /** Returns whether its gradient is continuous and wholly in {@link #addGradient}. */
  default boolean isSmooth() {
    return false;
  }

  /** Returns what it does at numbers that are all 0. */
  default AtZero atZero() {
    return AtZero.OTHER;
  }

  /** Returns whether a large enough strength sets numbers to exactly 0 and keeps them there. */
  default boolean makesZeros() {
    return false;
  }

  /** Returns the penalty, summed in double precision in a fixed order. */
  double value(float[] values, PenaltyBasis basis);

  /**
   * Adds the penalty's gradient.
   *
   * @param values the parameter
   * @param gradient in and out
   * @param from where the parameter's first number stands in the gradient
   */
  void addGradient(float[] values, double[] gradient, int from, PenaltyBasis basis);

  /** Fixes its strength for the coming update and adds its share to the numbers of the update. */
  default void begin(UpdateCoefficients coefficients, PenaltyBasis basis) {}

  /** Returns whether {@link #before} has passes under an optimizer. */
  default boolean joinsGradient(Optimizer optimizer) {
    return false;
  }

  /**
   * Returns the passes that add its gradient to one of the penalties before the optimizer's step,
   * one after the other.
   *
   * @param values the parameter
   * @param gradient of the parameter's length, 0 before the first term
   */
  default List<ParameterPass> before(float[] values, float[] gradient) {
    return List.of();
  }

  /**
   * Returns the passes that move the parameter after the optimizer's step.
   *
   * @param values the parameter
   * @param state the optimizer's arrays
   */
  default List<ParameterPass> after(Optimizer optimizer, float[] values, float[][] state) {
    return List.of();
  }

  /** Returns what the strength multiplies, as it ends a remark: {@code on the mean loss}. */
  default String actsOn() {
    return "on the mean loss";
  }

  /**
   * Returns why it does not do its whole work under an optimizer, as a clause; nothing if it does.
   */
  default Optional<Remark> caution(Optimizer optimizer) {
    return Optional.empty();
  }

  /** Returns the share that an update takes off every weight; 0 if it does not take a share. */
  default double shrinkage(Optimizer optimizer, PenaltyBasis basis) {
    return 0;
  }
}

package dev.annette.runtime.train;

import dev.annette.L1Method;
import dev.annette.PenaltyBasis;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.kernel.GradientSink;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;
import dev.annette.runtime.model.PenaltyRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One array of numbers that training changes, with its penalties and the optimizer's averages.
 *
 * <p>Gradients arrive panel by panel and go straight into the optimizer; different threads bring
 * disjoint panels. The penalty is {@code ½·a·Σw² + b·Σ|w|} with the effective strengths a and b
 * that {@link PenaltyScaling} gives.
 */
public final class LearnedParameter implements GradientSink {
  private final String name;
  private final float[] values;
  private final UpdateCoefficients coefficients = new UpdateCoefficients();
  private Hyperparameter l2;
  private PenaltyScaling l2Scaling;
  private Hyperparameter l1;
  private PenaltyScaling l1Scaling;
  private L1Method l1Method = L1Method.PROXIMAL;

  private boolean isWeight;
  private Optimizer optimizer;
  private float[][] state = {};
  private float[] collected;
  private int collectedFrom;

  private LearnedParameter(String name, float[] values) {
    this.name = name;
    this.values = values;
  }

  /**
   * Returns a parameter without penalties.
   *
   * @param name its name in the description: {@code hidden.weights}
   * @param values the trainer's own array
   */
  public static LearnedParameter of(String name, float[] values) {
    return new LearnedParameter(name, values);
  }

  /** Adds an L2 penalty; returns this parameter. */
  public LearnedParameter l2(Hyperparameter strength, PenaltyScaling scaling) {
    l2 = strength;
    l2Scaling = scaling;
    return this;
  }

  /** Adds an L1 penalty; returns this parameter. */
  public LearnedParameter l1(Hyperparameter strength, PenaltyScaling scaling, L1Method method) {
    l1 = strength;
    l1Scaling = scaling;
    l1Method = method;
    return this;
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /** Returns the numbers themselves, which the next step changes. */
  public float[] values() {
    return values;
  }

  /** Takes one panel of the gradient of the data loss: learns from it, or collects it. */
  @Override
  public void accept(float[] panel, int offset, int count, Scratch scratch) {
    if (collected != null) {
      System.arraycopy(panel, 0, collected, collectedFrom + offset, count);
    } else {
      optimizer.update(values, state, offset, panel, count, coefficients, scratch);
    }
  }

  /** Makes the next panels go into an array, this parameter's first element at {@code from}. */
  void collectInto(float[] gradients, int from) {
    collected = gradients;
    collectedFrom = from;
  }

  /** Makes the next panels go into the optimizer again. */
  void learn() {
    collected = null;
  }

  /**
   * Takes an optimizer.
   *
   * @param forget whether its averages start from 0
   * @param isWeight whether decoupled decay acts on this parameter
   */
  void optimizer(Optimizer next, boolean forget, boolean isWeight) {
    if (forget) {
      state = new float[next.stateArrays()][values.length];
    }
    optimizer = next;
    this.isWeight = isWeight;
  }

  /** Fixes what the panels of the coming update are combined with. */
  void begin(long update, PenaltyBasis basis) {
    coefficients.penalties(l2(basis), l1(basis), l1Method == L1Method.PROXIMAL);
    optimizer.set(coefficients, update);
    if (!isWeight) {
      coefficients.weightDecay(0);
    }
  }

  /** Returns the optimizer's arrays, each as long as the values. */
  float[][] state() {
    return state;
  }

  /** Returns whether it has a penalty, be it of strength 0. */
  boolean penalised() {
    return l2 != null || l1 != null;
  }

  /** Returns whether it has a penalty whose strength depends on m. */
  boolean needsExamples() {
    return l2 != null && l2Scaling.needsExamples() || l1 != null && l1Scaling.needsExamples();
  }

  /** Returns whether it has a penalty whose strength depends on the rows of a batch. */
  boolean needsBatchRows() {
    return l2 != null && l2Scaling == PenaltyScaling.SKLEARN_MLP;
  }

  /** Returns the effective strength a of {@code ½·a·Σw²}; 0 without L2. */
  double l2(PenaltyBasis basis) {
    return l2 == null ? 0 : l2Scaling.effectiveL2(l2.value(), basis);
  }

  /** Returns the effective strength b of {@code b·Σ|w|}; 0 without L1. */
  double l1(PenaltyBasis basis) {
    return l1 == null ? 0 : l1Scaling.effectiveL1(l1.value(), basis);
  }

  /** Returns {@code ½·a·Σw² + b·Σ|w|}, summed in double precision in ascending order. */
  double penalty(PenaltyBasis basis) {
    if (!penalised()) {
      return 0;
    }
    double squares = 0;
    double magnitudes = 0;
    for (float value : values) {
      squares += (double) value * value;
      magnitudes += Math.abs(value);
    }
    return 0.5 * l2(basis) * squares + l1(basis) * magnitudes;
  }

  /** Adds the penalty's gradient {@code a·w + b·sign(w)}, with sign(0) = 0. */
  void addPenaltyGradient(double[] gradient, int from, PenaltyBasis basis) {
    double a = l2(basis);
    double b = l1(basis);
    for (int i = 0; i < values.length; i++) {
      gradient[from + i] += a * values[i] + b * Math.signum(values[i]);
    }
  }

  /** Returns its penalties with their effective strengths. */
  List<PenaltyRecord> penalties(PenaltyBasis basis) {
    List<PenaltyRecord> records = new ArrayList<>();
    if (l2 != null) {
      records.add(record("l2", l2, l2Scaling, l2(basis)));
    }
    if (l1 != null) {
      records.add(record("l1", l1, l1Scaling, l1(basis)));
    }
    return records;
  }

  private PenaltyRecord record(
      String kind, Hyperparameter strength, PenaltyScaling scaling, double effective) {
    return new PenaltyRecord(
        name, kind, strength.value(), scaling.name().toLowerCase(Locale.ROOT), effective);
  }
}

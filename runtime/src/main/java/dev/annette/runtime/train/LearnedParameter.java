package dev.annette.runtime.train;

import dev.annette.PenaltyBasis;
import dev.annette.runtime.kernel.GradientSink;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;
import dev.annette.runtime.model.PenaltyRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One array of numbers that training changes, with its penalties, its constraints and the
 * optimizer's averages.
 *
 * <p>Gradients arrive panel by panel and go straight into the optimizer; different threads bring
 * disjoint panels. What needs whole rows or columns runs in passes before and after.
 */
public final class LearnedParameter implements GradientSink {
  private static final ParameterPass[] NO_PASSES = {};
  private static final int NONE = -1;

  private final String name;
  private final float[] values;
  private final UpdateCoefficients coefficients = new UpdateCoefficients();
  private PenaltyTerm[] terms = {};
  private Constraint[] constraints = {};

  private boolean isWeight;
  private Optimizer optimizer;
  private float[][] state = {};

  /** Whether the values were set since the optimizer last adopted or changed them. */
  private boolean replaced = true;

  /** The gradient of the penalties that join that of the data; null if none does. */
  private float[] penaltyGradient;

  private ParameterPass[] before = NO_PASSES;
  private ParameterPass[] after = NO_PASSES;
  private float clipValue = Float.POSITIVE_INFINITY;

  /** Whether numbers of its gradient that are not finite are noticed, and the last such one. */
  private boolean watched;

  private int culprit = NONE;
  private float culpritValue;

  private float[] collected;
  private int collectedFrom;

  private LearnedParameter(String name, float[] values) {
    this.name = name;
    this.values = values;
  }

  /**
   * Returns a parameter without penalties and constraints.
   *
   * @param name its name in the description: {@code hidden.weights}
   * @param values the trainer's own array
   */
  public static LearnedParameter of(String name, float[] values) {
    return new LearnedParameter(name, values);
  }

  /** Adds a penalty; returns this parameter. */
  public LearnedParameter penalty(PenaltyTerm term) {
    terms = Arrays.copyOf(terms, terms.length + 1);
    terms[terms.length - 1] = term;
    return this;
  }

  /** Adds a constraint, which acts after those added before; returns this parameter. */
  public LearnedParameter constraint(Constraint constraint) {
    constraints = Arrays.copyOf(constraints, constraints.length + 1);
    constraints[constraints.length - 1] = constraint;
    return this;
  }

  /** Returns whether updates are followed by a projection onto a set. */
  public boolean constrained() {
    return constraints.length > 0;
  }

  /** Moves other numbers of its shape into the sets of its constraints, as after an update. */
  void project(float[] numbers) {
    Scratch scratch = new Scratch();
    for (Constraint constraint : constraints) {
      constraint.clamp(numbers, 0, numbers.length);
    }
    for (Constraint constraint : constraints) {
      constraint.passes(numbers).forEach(pass -> pass.run(0, 1, scratch));
    }
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /** Returns the numbers themselves, which the next step changes. */
  public float[] values() {
    return values;
  }

  /** Says whether the values were set by something else than an update of this optimizer. */
  void replaced(boolean bySomethingElse) {
    replaced = bySomethingElse;
  }

  /** Returns whether the optimizer has yet to adopt the values. */
  boolean replaced() {
    return replaced;
  }

  /** Takes one panel of the gradient of the data loss: learns from it, or collects it. */
  @Override
  public void accept(float[] panel, int offset, int count, Scratch scratch) {
    if (collected != null) {
      System.arraycopy(panel, 0, collected, collectedFrom + offset, count);
    } else {
      learn(panel, offset, count, scratch);
    }
  }

  private void learn(float[] panel, int offset, int count, Scratch scratch) {
    if (watched) {
      watch(panel, offset, count);
    }
    if (clipValue < Float.POSITIVE_INFINITY) {
      for (int i = 0; i < count; i++) {
        panel[i] = Math.max(-clipValue, Math.min(clipValue, panel[i]));
      }
    }
    if (penaltyGradient != null) {
      for (int i = 0; i < count; i++) {
        panel[i] += penaltyGradient[offset + i];
      }
    }
    optimizer.update(values, state, offset, panel, count, coefficients, scratch);
    for (Constraint constraint : constraints) {
      constraint.clamp(values, offset, count);
    }
  }

  private void watch(float[] panel, int offset, int count) {
    for (int i = 0; i < count; i++) {
      if (!(Math.abs(panel[i]) <= Float.MAX_VALUE)) {
        culprit = offset + i;
        culpritValue = panel[i];
      }
    }
  }

  /** Notices numbers of its gradient that are not finite. */
  void watched(boolean on) {
    watched = on;
  }

  /**
   * Returns in words a number of the gradient learned from that was not finite, once; null if none
   * was noticed.
   */
  String nonFiniteGradient() {
    if (culprit == NONE) {
      return null;
    }
    int number = culprit;
    culprit = NONE;
    return "the gradient of " + name + ", number " + number + ", is " + culpritValue;
  }

  /** Bounds the magnitude of every number of the gradient; infinite for no bound. */
  void clipValue(float bound) {
    clipValue = bound;
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
   * @param isWeight whether the optimizer's own decay acts on this parameter
   */
  void optimizer(Optimizer next, boolean forget, boolean isWeight) {
    if (forget) {
      state = new float[next.stateArrays()][values.length];
      replaced = true;
    }
    optimizer = next;
    this.isWeight = isWeight;
    arrangePasses();
  }

  private void arrangePasses() {
    List<ParameterPass> first = new ArrayList<>();
    List<ParameterPass> last = new ArrayList<>();
    boolean joins = Arrays.stream(terms).anyMatch(term -> term.joinsGradient(optimizer));
    penaltyGradient = joins ? new float[values.length] : null;
    for (PenaltyTerm term : terms) {
      if (term.joinsGradient(optimizer)) {
        first.addAll(term.before(values, penaltyGradient));
      }
      last.addAll(term.after(optimizer, values, state));
    }
    for (Constraint constraint : constraints) {
      last.addAll(constraint.passes(values));
    }
    before = first.toArray(NO_PASSES);
    after = last.toArray(NO_PASSES);
  }

  /**
   * Fixes what the panels of the coming update are combined with.
   *
   * @param rateFactor what schedules multiply the optimizer's learning rate by
   */
  void begin(long update, PenaltyBasis basis, double rateFactor) {
    coefficients.withoutPenalties();
    for (PenaltyTerm term : terms) {
      term.begin(coefficients, basis);
    }
    if (!optimizer.proximal()) {
      coefficients.withoutThreshold();
    }
    optimizer.set(coefficients, update);
    coefficients.scaleLearningRate(rateFactor);
    if (!isWeight) {
      coefficients.weightDecay(0);
    }
    if (replaced) {
      optimizer.adopt(values, state, coefficients);
      replaced = false;
    }
    if (penaltyGradient != null) {
      Arrays.fill(penaltyGradient, 0);
    }
  }

  /** Returns what runs between {@link #begin} and the first panel of an update, in order. */
  ParameterPass[] before() {
    return before;
  }

  /** Returns what runs after the last panel of an update, in order. */
  ParameterPass[] after() {
    return after;
  }

  /** Returns the optimizer's arrays, each as long as the values. */
  float[][] state() {
    return state;
  }

  /** Returns its penalties, be they of strength 0. */
  public List<PenaltyTerm> terms() {
    return List.of(terms);
  }

  /** Adds its penalties to a ledger: {@code hidden.weights.l2}. */
  void addPenalties(Map<String, Double> ledger, PenaltyBasis basis) {
    for (PenaltyTerm term : terms) {
      if (term.isPartOfLoss()) {
        ledger.merge(name + '.' + term.kind(), term.value(values, basis), Double::sum);
      }
    }
  }

  /** Adds the gradient of its penalties. */
  void addPenaltyGradient(double[] gradient, int from, PenaltyBasis basis) {
    for (PenaltyTerm term : terms) {
      term.addGradient(values, gradient, from, basis);
    }
  }

  /** Returns its penalties with their effective strengths. */
  List<PenaltyRecord> penalties(PenaltyBasis basis) {
    return Arrays.stream(terms).map(term -> record(term, basis)).toList();
  }

  /** Returns one of its penalties with its effective strength. */
  PenaltyRecord record(PenaltyTerm term, PenaltyBasis basis) {
    return new PenaltyRecord(
        name, term.kind(), term.strength().value(), term.scaling(), term.effective(basis));
  }
}

package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import java.util.Objects;

/**
 * What a run says of single layers: other rates and strengths than their annotations, and schedules
 * that multiply them.
 */
abstract sealed class LayerSettings permits Training {
  /** Returns the options with another value or schedule of a layer; null leaves the other. */
  abstract Training adjusted(String layer, String attribute, Double value, Schedule schedule);

  /** Overrides the dropout rate of a layer for this run. */
  public Training dropout(String layer, double rate) {
    return override(layer, "dropout", rate, NumberRule.DROPOUT_RATE);
  }

  /** Multiplies the dropout rate of a layer, declared or overridden, by a schedule. */
  public Training dropout(String layer, Schedule factor) {
    return schedule(layer, "dropout", factor);
  }

  /** Overrides the share of a layer's weights that is left out, for this run. */
  public Training dropConnect(String layer, double rate) {
    return override(layer, "dropConnect", rate, NumberRule.DROP_CONNECT_RATE);
  }

  /** Multiplies the share of a layer's weights that is left out, declared or overridden. */
  public Training dropConnect(String layer, Schedule factor) {
    return schedule(layer, "dropConnect", factor);
  }

  /** Overrides the rate of the Gaussian dropout of a layer for this run. */
  public Training gaussianDropout(String layer, double rate) {
    return override(layer, "gaussianDropout", rate, NumberRule.GAUSSIAN_RATE);
  }

  /** Multiplies the rate of the Gaussian dropout of a layer, declared or overridden. */
  public Training gaussianDropout(String layer, Schedule factor) {
    return schedule(layer, "gaussianDropout", factor);
  }

  /** Overrides the standard deviation of the noise that is added to a layer for this run. */
  public Training gaussianNoise(String layer, double deviation) {
    return override(layer, "gaussianNoise", deviation, NumberRule.NOISE_DEVIATION);
  }

  /** Multiplies the standard deviation of the noise of a layer, declared or overridden. */
  public Training gaussianNoise(String layer, Schedule factor) {
    return schedule(layer, "gaussianNoise", factor);
  }

  /** Overrides the rate of the alpha dropout of a layer for this run. */
  public Training alphaDropout(String layer, double rate) {
    return override(layer, "alphaDropout", rate, NumberRule.DROPOUT_RATE);
  }

  /** Multiplies the rate of the alpha dropout of a layer, declared or overridden. */
  public Training alphaDropout(String layer, Schedule factor) {
    return schedule(layer, "alphaDropout", factor);
  }

  /** Overrides the strength of the L2 penalty of a layer for this run. */
  public Training l2(String layer, double strength) {
    return override(layer, "l2", strength, NumberRule.PENALTY);
  }

  /** Multiplies the strength of the L2 penalty of a layer, declared or overridden. */
  public Training l2(String layer, Schedule factor) {
    return schedule(layer, "l2", factor);
  }

  /** Overrides the strength of the L1 penalty of a layer for this run. */
  public Training l1(String layer, double strength) {
    return override(layer, "l1", strength, NumberRule.PENALTY);
  }

  /** Multiplies the strength of the L1 penalty of a layer, declared or overridden. */
  public Training l1(String layer, Schedule factor) {
    return schedule(layer, "l1", factor);
  }

  /** Overrides the decoupled weight decay that a layer declares for this run. */
  public Training weightDecay(String layer, double decay) {
    return override(layer, "weightDecay", decay, NumberRule.WEIGHT_DECAY);
  }

  /** Multiplies the decoupled weight decay of a layer, declared or overridden. */
  public Training weightDecay(String layer, Schedule factor) {
    return schedule(layer, "weightDecay", factor);
  }

  /** Overrides the strength of the group lasso of a layer for this run. */
  public Training groupLasso(String layer, double strength) {
    return override(layer, "groupLasso", strength, NumberRule.PENALTY);
  }

  /** Multiplies the strength of the group lasso of a layer, declared or overridden. */
  public Training groupLasso(String layer, Schedule factor) {
    return schedule(layer, "groupLasso", factor);
  }

  /** Overrides the strength of the orthogonal penalty of a layer for this run. */
  public Training orthogonalPenalty(String layer, double strength) {
    return override(layer, "orthogonalPenalty", strength, NumberRule.PENALTY);
  }

  /** Multiplies the strength of the orthogonal penalty of a layer, declared or overridden. */
  public Training orthogonalPenalty(String layer, Schedule factor) {
    return schedule(layer, "orthogonalPenalty", factor);
  }

  /** Overrides the strength of the L1 penalty on what a layer hands on. */
  public Training activityL1(String layer, double strength) {
    return override(layer, "activityL1", strength, NumberRule.PENALTY);
  }

  /** Overrides the strength of the L2 penalty on what a layer hands on. */
  public Training activityL2(String layer, double strength) {
    return override(layer, "activityL2", strength, NumberRule.PENALTY);
  }

  /** Overrides the strength of the penalty on a layer that the user wrote. */
  public Training customPenalty(String layer, double strength) {
    return override(layer, "customPenalty", strength, NumberRule.PENALTY);
  }

  /** Multiplies the strength of the penalty on a layer that the user wrote. */
  public Training customPenalty(String layer, Schedule factor) {
    return schedule(layer, "customPenalty", factor);
  }

  /** Overrides the share of the old that the running statistics of a layer keep in each step. */
  public Training batchNormMomentum(String layer, double momentum) {
    return override(layer, "momentum", momentum, NumberRule.NORM_MOMENTUM);
  }

  /** Overrides the strength of the penalty on how often the units of a layer are active. */
  public Training klSparsity(String layer, double strength) {
    return override(layer, "klSparsity", strength, NumberRule.PENALTY);
  }

  /** Multiplies the strength of that penalty of a layer, declared or overridden. */
  public Training klSparsity(String layer, Schedule factor) {
    return schedule(layer, "klSparsity", factor);
  }

  private Training override(String layer, String attribute, double value, NumberRule rule) {
    Objects.requireNonNull(layer, "layer");
    Rules.require(rule, value, attribute + " of " + layer);
    return adjusted(layer, attribute, value, null);
  }

  private Training schedule(String layer, String attribute, Schedule factor) {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(factor, "schedule");
    return adjusted(layer, attribute, null, factor);
  }
}

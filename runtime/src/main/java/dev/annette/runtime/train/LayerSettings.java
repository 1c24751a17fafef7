package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;
import java.util.Objects;

/**
 * What a run says of single layers: other rates and strengths than their annotations, and schedules
 * that multiply them.
 */
abstract sealed class LayerSettings permits Training {
  /** Returns the options with another value or schedule of a layer; null leaves the other. */
  abstract Training adjusted(Setting setting, Double value, Schedule factor);

  /**
   * Overrides the rate or strength of a layer's annotation: {@code override("hidden",
   * WeightDecay.class, 0.01)}. The run requires that the network declares it, and that the value
   * keeps the rule of the annotation.
   */
  public Training override(String layer, Class<? extends Annotation> annotation, double value) {
    return override(Setting.of(layer, annotation), value);
  }

  /**
   * Multiplies the rate or strength of a layer's annotation, declared or overridden, by a schedule.
   * The run requires that the network declares it, and that every value keeps the rule of the
   * annotation.
   */
  public Training schedule(String layer, Class<? extends Annotation> annotation, Schedule factor) {
    return schedule(Setting.of(layer, annotation), factor);
  }

  /**
   * Overrides a rate or strength that an annotation declares. The run requires that the network
   * declares it, and that the value keeps the rule of the annotation.
   */
  public Training override(Setting setting, double value) {
    Objects.requireNonNull(setting, "setting");
    return adjusted(setting, value, null);
  }

  /**
   * Multiplies a rate or strength, declared or overridden, by a schedule. The run requires that the
   * network declares it, and that every value keeps the rule of the annotation.
   */
  public Training schedule(Setting setting, Schedule factor) {
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(factor, "schedule");
    return adjusted(setting, null, factor);
  }

  /** Overrides the dropout rate of a layer. */
  public Training dropout(String layer, double rate) {
    Setting setting = Setting.dropout(layer);
    Rules.require(NumberRule.DROPOUT_RATE, rate, setting.toString());
    return override(setting, rate);
  }

  /** Multiplies the dropout rate of a layer by a schedule. */
  public Training dropout(String layer, Schedule factor) {
    return schedule(Setting.dropout(layer), factor);
  }

  /** Overrides the strength of a layer's L2 penalty. */
  public Training l2(String layer, double strength) {
    Setting setting = Setting.l2(layer);
    Rules.require(NumberRule.PENALTY, strength, setting.toString());
    return override(setting, strength);
  }

  /** Multiplies the strength of a layer's L2 penalty by a schedule. */
  public Training l2(String layer, Schedule factor) {
    return schedule(Setting.l2(layer), factor);
  }

  /** Overrides the strength of a layer's L1 penalty. */
  public Training l1(String layer, double strength) {
    Setting setting = Setting.l1(layer);
    Rules.require(NumberRule.PENALTY, strength, setting.toString());
    return override(setting, strength);
  }

  /** Multiplies the strength of a layer's L1 penalty by a schedule. */
  public Training l1(String layer, Schedule factor) {
    return schedule(Setting.l1(layer), factor);
  }
}

package dev.annette.runtime.selection;

import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.PenaltyRecord;
import dev.annette.runtime.train.Setting;
import dev.annette.runtime.train.Training;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settings that grow and shrink together.
 *
 * @param factors what λ is multiplied by for each; 1 for the first
 */
record Strength(Map<Setting, Double> factors) {

  static Strength of(Setting setting) {
    return new Strength(Map.of(setting, 1.0));
  }

  Strength and(Setting setting, double factor) {
    Map<Setting, Double> all = new LinkedHashMap<>(factors);
    all.put(setting, factor);
    return new Strength(all);
  }

  /** Returns the setting that λ is the value of. */
  Setting first() {
    return factors.keySet().iterator().next();
  }

  /** Returns options that override every setting. */
  Training on(Training training, double lambda) {
    Training overridden = training;
    for (Map.Entry<Setting, Double> factor : factors.entrySet()) {
      overridden = overridden.override(factor.getKey(), lambda * factor.getValue());
    }
    return overridden;
  }

  /** Returns the effective strength of the first setting in a model's training. */
  double effective(NetworkModel model, double lambda) {
    Setting setting = first();
    for (PenaltyRecord penalty : model.provenance().penalties()) {
      boolean isOfLayer =
          penalty.parameter().equals(setting.layer())
              || penalty.parameter().startsWith(setting.layer() + ".");
      if (isOfLayer && penalty.kind().equals(setting.attribute())) {
        return penalty.effective();
      }
    }
    return lambda;
  }
}

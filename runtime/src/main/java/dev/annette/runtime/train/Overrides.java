package dev.annette.runtime.train;

import dev.annette.rule.NearestName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a run may override in a network.
 *
 * @param network its name, for messages
 * @param known every rate and strength that its annotations declare
 */
record Overrides(String network, List<Hyperparameter> known) {

  /**
   * Gives every hyperparameter its declared value or what overrides it, and its schedule; if one is
   * refused, none changes.
   *
   * @throws IllegalArgumentException if a name is not known, a value breaks its rule, or a schedule
   *     needs the end of a run that has none
   */
  void apply(List<Adjustment> adjustments, RunLength length) {
    for (Adjustment one : adjustments) {
      Hyperparameter target = find(one.setting());
      double base = one.value() == null ? target.declared() : one.value();
      Schedule schedule = one.schedule() == null ? null : length.fix(one.schedule());
      target.checked(schedule == null ? base : base * schedule.value(0));
    }
    known.forEach(Hyperparameter::reset);
    for (Adjustment one : adjustments) {
      Hyperparameter target = find(one.setting());
      if (one.value() != null) {
        target.override(one.value());
      }
      if (one.schedule() != null) {
        target.schedule(length.fix(one.schedule()));
      }
    }
  }

  private Hyperparameter find(Setting setting) {
    return known.stream()
        .filter(one -> one.setting().equals(setting))
        .findFirst()
        .orElseThrow(() -> unknown(setting));
  }

  private IllegalArgumentException unknown(Setting setting) {
    List<String> layers = known.stream().map(Hyperparameter::layer).distinct().toList();
    String all =
        known.stream().map(one -> one.setting().toString()).collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "%s has no %s to override.%s %s"
            .formatted(
                network,
                setting,
                layers.contains(setting.layer())
                    ? ""
                    : NearestName.question(setting.layer(), layers),
                all.isEmpty() ? "It declares none." : "It declares " + all + "."));
  }
}

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
   * @throws IllegalArgumentException if a name is not known, a value breaks its rule, now or at a
   *     time of its schedule that is {@linkplain RunLength#checkedTimes looked at}, or a schedule
   *     needs the end of a run that has none
   */
  void apply(List<Adjustment> adjustments, RunLength length) {
    for (Adjustment one : adjustments) {
      Hyperparameter target = find(one.setting());
      double base = one.value() == null ? target.declared() : one.value();
      target.checked(base);
      if (one.schedule() != null) {
        requireThroughout(length, target, base, length.fix(one.schedule()));
      }
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

  private static void requireThroughout(
      RunLength length, Hyperparameter target, double base, Schedule schedule) {
    for (long time = 0; time < length.checkedTimes(schedule); time++) {
      target.checked(base * schedule.value(time), schedule, time);
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

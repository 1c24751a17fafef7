package dev.annette.runtime.check;

import dev.annette.runtime.train.NetworkTrainer;
import java.util.List;
import java.util.Locale;

/** Gradients are those of the description, in double precision. */
final class GradientProperties {
  /** The largest error, as a share of the largest magnitude in the same array. */
  private static final double TOLERANCE = 1e-5;

  static final List<ModelProperty> ALL =
      List.of(
          new ModelProperty("gradients before training", trial -> measure(trial.fresh(), trial)),
          new ModelProperty("gradients after training", trial -> measure(trial.trained(1), trial)));

  private GradientProperties() {}

  private static String measure(NetworkTrainer<?> trainer, ModelTrial trial) {
    GradientCheck check = GradientCheck.of(trainer, trial.batch()).requireWithin(TOLERANCE);
    return String.format(
        Locale.ROOT,
        "off by at most %.1e of the largest magnitude in an array, with %d rows",
        check.worst().relative(),
        trial.batch().rows());
  }
}

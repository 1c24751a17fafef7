package dev.annette.runtime.diagnosis;

import static dev.annette.runtime.diagnosis.RunRecord.percent;

import dev.annette.runtime.model.LayerDescription;
import java.util.Optional;

/** Units that hand on 0 for every row: under ReLU no gradient reaches them any more. */
final class DeadUnits implements Rule {
  static final String KEY = "dead-units";

  /** The share of a layer's units that is too much. */
  static final double SHARE = 0.25;

  @Override
  public Optional<Finding> examine(RunRecord run) {
    Observations observed = run.observed();
    LayerDescription worst = null;
    double largest = SHARE;
    for (LayerDescription layer : observed.network().layers()) {
      Integer dead = observed.deadUnits().get(layer.name());
      if (dead != null) {
        double share = (double) dead / Advice.units(layer);
        if (share >= largest) {
          worst = layer;
          largest = Math.nextUp(share);
        }
      }
    }
    return Optional.ofNullable(worst).map(layer -> finding(layer, observed));
  }

  private static Finding finding(LayerDescription layer, Observations observed) {
    int dead = observed.deadUnits().get(layer.name());
    int units = Advice.units(layer);
    return new Finding(
        KEY,
        Finding.Severity.PROBLEM,
        "%d of the %d units of %s (%s) hand on 0 for each of %d training rows"
            .formatted(
                dead, units, layer.name(), percent((double) dead / units), observed.sampledRows()),
        (Advice.isSelu(layer)
                ? ""
                : "activation = LEAKY_RELU on %s, whose units always get a gradient, or "
                    .formatted(layer.name()))
            + "a smaller learning rate, after which fewer die");
  }
}

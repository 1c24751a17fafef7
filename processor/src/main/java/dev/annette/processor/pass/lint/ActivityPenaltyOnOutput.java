package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.layer.ActivitySpec;

/** A penalty on outputs that the loss compares with the targets. */
@AutoService(Lint.class)
public final class ActivityPenaltyOnOutput implements Lint {
  @Override
  public Problem problem() {
    return Problem.ACTIVITY_PENALTY_ON_OUTPUT;
  }

  @Override
  public void look(LayerView layer) {
    for (ActivitySpec activity : layer.layer().modifiers(ActivitySpec.class)) {
      if (layer.isOutput()) {
        layer.warn(
            activity,
            " draws the predictions themselves to 0, away from the targets. Put it on a layer"
                + " before.");
      }
    }
  }
}

package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.processor.diagnostic.Problem;

/** More directions than can be orthogonal. */
@AutoService(Lint.class)
public final class TooManyDirections implements Lint {
  @Override
  public Problem problem() {
    return Problem.TOO_MANY_DIRECTIONS;
  }

  @Override
  public void look(LayerView layer) {
    layer
        .modifier("orthogonalPenalty")
        .ifPresent(
            penalty -> {
              boolean units = "units".equals(penalty.attributes().get("between"));
              long directions = units ? layer.outputs() : layer.inputs();
              long dimensions = units ? layer.inputs() : layer.outputs();
              if (directions > dimensions) {
                layer.warn(penalty, fault(directions, dimensions));
              }
            });
  }

  private static String fault(long directions, long dimensions) {
    return " wants "
        + directions
        + " directions at right angles, but weights of "
        + dimensions
        + " numbers have at most "
        + dimensions
        + ": the penalty cannot become 0, whatever the weights. Take at most "
        + dimensions
        + ", or the other WeightGroup.";
  }
}

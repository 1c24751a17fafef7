package dev.annette.processor.pass.lint;

import com.google.auto.service.AutoService;
import dev.annette.Activation;
import dev.annette.Initializer;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.layer.InitKind.StartSpec;

/** SELU without the initializer that its fixed point assumes. */
@AutoService(Lint.class)
public final class SeluInitializer implements Lint {
  @Override
  public Problem problem() {
    return Problem.SELU_INITIALIZER;
  }

  @Override
  public void look(LayerView layer) {
    for (StartSpec start : layer.layer().modifiers(StartSpec.class)) {
      if (layer.activation() == Activation.SELU && !isLecun(start.initializer())) {
        layer.warn(
            start,
            ": SELU keeps mean 0 and variance 1 only from weights of variance 1/in. Write"
                + " LECUN_NORMAL, or leave @Init away.");
      }
    }
  }

  private static boolean isLecun(Initializer initializer) {
    return initializer == Initializer.LECUN_NORMAL || initializer == Initializer.LECUN_UNIFORM;
  }
}

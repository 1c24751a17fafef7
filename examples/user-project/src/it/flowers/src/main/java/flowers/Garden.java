package flowers;

import static dev.annette.Activation.TANH;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;
import dev.annette.Standardize;

/** Says by two measures of a flower which of three kinds it is. */
public final class Garden {
  private Garden() {}

  /** The network; a nested class, so that its trainer is {@code Garden_KindTrainer}. */
  @Network(input = 2, loss = Loss.CROSS_ENTROPY)
  public static class Kind {
    @Standardize Layer measures;

    @Dense(units = 16, activation = TANH) @L2(0.1) @Dropout(0.1) Layer hidden;

    @Dense(units = 3) Layer output;
  }
}

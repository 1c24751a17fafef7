package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = OutputAgainstLabel.Row.class)
class OutputAgainstLabel {
  record Row(float age, @Label boolean survived) {}

  @Dense(activation = dev.annette.Activation.SOFTMAX) Layer output;
  //                                        ^ error: [annette/conflict] @Dense(activation = SOFTMAX)
  //     on output contradicts @Network(loss = BINARY_CROSS_ENTROPY): that loss applies SIGMOID
  //     itself, to the numbers before it. Write SIGMOID or LINEAR, or take loss = CROSS_ENTROPY.
}

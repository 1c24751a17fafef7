package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;

@Network(rows = LossAgainstLabel.Row.class, loss = Loss.CROSS_ENTROPY)
  //                                                   ^ error: [annette/conflict] @Network(loss =
  //     CROSS_ENTROPY) on LossAgainstLabel: the label survived is a boolean, whose loss is
  //     BINARY_CROSS_ENTROPY. Remove loss: it follows from the label.
class LossAgainstLabel {
  record Row(float age, @Label boolean survived) {}

  @Dense Layer output;
}

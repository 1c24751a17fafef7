package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;

@Network(rows = LossAgainstNumber.Row.class, loss = Loss.BINARY_CROSS_ENTROPY)
  //                                                    ^ error: [annette/conflict] @Network(loss =
  //     BINARY_CROSS_ENTROPY) on LossAgainstNumber: the label price is a number, whose loss is
  //     HALF_SQUARED_ERROR or another error of numbers. Remove loss: it follows from the label.
class LossAgainstNumber {
  record Row(float age, @Label float price) {}

  @Dense Layer output;
}

package bad;

import static dev.annette.Loss.BINARY_CROSS_ENTROPY;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.MinMaxNorm;
import dev.annette.Network;
import dev.annette.UnitNorm;

@Network(input = 4, loss = BINARY_CROSS_ENTROPY)
class NormsOfLogits {
  @Dense(units = 3) @UnitNorm @MinMaxNorm(min = 1, max = 2) Layer output;
  //                ^ warning: [annette/norm-of-logits] @UnitNorm on output bounds the logits, and
  //     with them how sure BINARY_CROSS_ENTROPY lets the network become, whatever the data say. Put
  //     it on a layer before, or take a penalty here. If it is meant, write
  //     @Allow("norm-of-logits").
  //                          ^ warning: [annette/norm-of-logits] @MinMaxNorm(max = 2) on output
  //     bounds the logits, and with them how sure BINARY_CROSS_ENTROPY lets the network become,
  //     whatever the data say. Put it on a layer before, or take a penalty here. If it is meant,
  //     write @Allow("norm-of-logits").
}

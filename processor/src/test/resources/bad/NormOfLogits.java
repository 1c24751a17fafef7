package bad;

import static dev.annette.Loss.CROSS_ENTROPY;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.MaxNorm;
import dev.annette.Network;

@Network(input = 4, loss = CROSS_ENTROPY)
class NormOfLogits {
  @Dense(units = 8) @MaxNorm(2) Layer hidden;
  @Dense(units = 3) @MaxNorm(2) Layer output;
  //                         ^ warning: [annette/norm-of-logits] @MaxNorm(2) on output bounds the
  //     logits, and with them how sure CROSS_ENTROPY lets the network become, whatever the data
  //     say. Put it on a layer before, or take a penalty here. If it is meant, write
  //     @Allow("norm-of-logits").
}

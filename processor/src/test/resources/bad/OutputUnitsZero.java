package bad;

import static dev.annette.Loss.CROSS_ENTROPY;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = CROSS_ENTROPY)
class OutputUnitsZero {
  @Dense(units = 0) Layer output;
  //             ^ error: [annette/out-of-range] @Dense(units = 0) on output: the number of units is
  //     the width of the layer's output, so it must be at least 1.
}

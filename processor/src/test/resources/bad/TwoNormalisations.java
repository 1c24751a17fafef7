package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.BatchNorm;
import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.LayerNorm;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class TwoNormalisations {
  @Dense(units = 8, bias = false) @BatchNorm @LayerNorm Layer hidden;
  //                                         ^ error: [annette/conflict] hidden carries @BatchNorm
  //     and @LayerNorm, but a layer is normalised once. Remove one of the two.
  @Dense(units = 1) Layer output;
}

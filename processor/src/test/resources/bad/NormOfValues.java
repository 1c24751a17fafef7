package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.MaxNorm;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class NormOfValues {
  @Dense(units = 3) @MaxNorm(2) Layer output;
}

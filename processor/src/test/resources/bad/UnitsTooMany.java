package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 64, loss = HALF_SQUARED_ERROR)
class UnitsTooMany {
  @Dense(units = 2_000_000_000) Layer hidden;
  //             ^ error: [annette/too-large] hidden needs 64 x 2000000000 weights (476.8 GiB), but
  //     a Java array holds at most 2147483639 numbers. Take fewer units: at most 33554431 with 64
  //     inputs.
  @Dense(units = 1) Layer output;
}

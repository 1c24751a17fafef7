package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class UnitsTooManyTogether {
  @Dense(units = 60_000) Layer wide;
  @Dense(units = 60_000) Layer wider;
  //             ^ error: [annette/too-large] wider needs 60000 x 60000 weights (13.4 GiB), but a
  //     Java array holds at most 2147483639 numbers. Take fewer units: at most 35791 with 60000
  //     inputs.
  @Dense(units = 1) Layer output;
}

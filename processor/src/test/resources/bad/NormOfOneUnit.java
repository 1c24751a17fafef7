package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.LayerNorm;
import dev.annette.Network;
import dev.annette.RmsNorm;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class NormOfOneUnit {
  @Dense(units = 1) @LayerNorm Layer a;
  //                ^ error: [annette/conflict] @LayerNorm on a: it compares the units of a row, but
  //     there is 1, which would always become 0. Take more units, or remove it.
  @Dense(units = 1) @RmsNorm Layer b;
  //                ^ error: [annette/conflict] @RmsNorm on b: it compares the units of a row, but
  //     there is 1, which would always become 1 or -1. Take more units, or remove it.
  @Dense(units = 1) Layer output;
}

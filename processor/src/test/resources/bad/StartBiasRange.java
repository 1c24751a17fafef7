package bad;

import static dev.annette.Initializer.HE_NORMAL;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Init;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class StartBiasRange {
  @Dense(units = 8) @Init(value = HE_NORMAL, bias = Double.NaN) Layer a;
  //                                                      ^ error: [annette/out-of-range] @Init(bias
  //     = NaN) on a: a parameter must start with a number, so it must be finite.
  @Dense(units = 8) @Init(value = HE_NORMAL, bias = Double.POSITIVE_INFINITY) Layer b;
  //                                                      ^ error: [annette/out-of-range] @Init(bias
  //     = Infinity) on b: a parameter must start with a number, so it must be finite.
  @Dense(units = 8) @Init(value = HE_NORMAL, bias = Double.NEGATIVE_INFINITY) Layer c;
  //                                                      ^ error: [annette/out-of-range] @Init(bias
  //     = -Infinity) on c: a parameter must start with a number, so it must be finite.
  @Dense(units = 1) Layer output;
}

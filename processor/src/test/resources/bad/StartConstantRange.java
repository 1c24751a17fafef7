package bad;

import static dev.annette.Initializer.CONSTANT;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Init;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class StartConstantRange {
  @Dense(units = 8) @Init(value = CONSTANT, constant = Double.NaN) Layer a;
  //                                                         ^ error: [annette/out-of-range]
  //     @Init(constant = NaN) on a: a parameter must start with a number, so it must be finite.
  @Dense(units = 8) @Init(value = CONSTANT, constant = Double.POSITIVE_INFINITY) Layer b;
  //                                                         ^ error: [annette/out-of-range]
  //     @Init(constant = Infinity) on b: a parameter must start with a number, so it must be
  //     finite.
  @Dense(units = 8) @Init(value = CONSTANT, constant = Double.NEGATIVE_INFINITY) Layer c;
  //                                                         ^ error: [annette/out-of-range]
  //     @Init(constant = -Infinity) on c: a parameter must start with a number, so it must be
  //     finite.
  @Dense(units = 1) Layer output;
}

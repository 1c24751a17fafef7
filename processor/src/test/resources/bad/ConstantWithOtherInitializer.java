package bad;

import static dev.annette.Initializer.HE_NORMAL;
import static dev.annette.Initializer.ZEROS;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Init;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class ConstantWithOtherInitializer {
  @Dense(units = 8) @Init(value = HE_NORMAL, constant = 0.1) Layer a;
  //                                                    ^ error: [annette/conflict] @Init(constant =
  //     0.1) on a: only CONSTANT starts every weight with one number, but the initializer is
  //     HE_NORMAL. Remove constant, or write @Init(value = CONSTANT, constant = 0.1).
  @Dense(units = 8) @Init(value = ZEROS, constant = Double.NaN) Layer b;
  //                                                      ^ error: [annette/conflict] @Init(constant
  //     = NaN) on b: only CONSTANT starts every weight with one number, but the initializer is
  //     ZEROS. Remove constant, or write @Init(value = CONSTANT, constant = 0.1).
  @Dense(units = 1) Layer output;
}

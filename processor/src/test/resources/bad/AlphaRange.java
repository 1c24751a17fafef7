package bad;

import static dev.annette.Activation.ELU;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class AlphaRange {
  @Dense(units = 8, activation = ELU, alpha = 0) Layer a;
  //                                          ^ error: [annette/out-of-range] @Dense(alpha = 0) on
  //     a: alpha is the distance from 0 to the floor of an ELU, so it must be above 0 and finite.
  @Dense(units = 8, activation = ELU, alpha = -1) Layer b;
  //                                          ^ error: [annette/out-of-range] @Dense(alpha = -1) on
  //     b: alpha is the distance from 0 to the floor of an ELU, so it must be above 0 and finite.
  //     Did you mean 1?
  @Dense(units = 8, activation = ELU, alpha = Double.NaN) Layer c;
  //                                                ^ error: [annette/out-of-range] @Dense(alpha =
  //     NaN) on c: alpha is the distance from 0 to the floor of an ELU, so it must be above 0 and
  //     finite.
  @Dense(units = 8, activation = ELU, alpha = Double.POSITIVE_INFINITY) Layer d;
  //                                                ^ error: [annette/out-of-range] @Dense(alpha =
  //     Infinity) on d: alpha is the distance from 0 to the floor of an ELU, so it must be above 0
  //     and finite.
  @Dense(units = 8, activation = ELU, alpha = Double.NEGATIVE_INFINITY) Layer e;
  //                                                ^ error: [annette/out-of-range] @Dense(alpha =
  //     -Infinity) on e: alpha is the distance from 0 to the floor of an ELU, so it must be above 0
  //     and finite.
  @Dense(units = 1) Layer output;
}

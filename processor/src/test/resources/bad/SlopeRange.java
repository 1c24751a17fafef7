package bad;

import static dev.annette.Activation.LEAKY_RELU;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class SlopeRange {
  @Dense(units = 8, activation = LEAKY_RELU, slope = 1) Layer a;
  //                                                 ^ error: [annette/out-of-range] @Dense(slope =
  //     1) on a: a slope is what a leaky ReLU multiplies negative numbers by, so it must be at
  //     least 0 and below 1. Did you mean 0.1?
  @Dense(units = 8, activation = LEAKY_RELU, slope = -0.01) Layer b;
  //                                                 ^ error: [annette/out-of-range] @Dense(slope =
  //     -0.01) on b: a slope is what a leaky ReLU multiplies negative numbers by, so it must be at
  //     least 0 and below 1. Did you mean 0.01?
  @Dense(units = 8, activation = LEAKY_RELU, slope = 2.5) Layer c;
  //                                                 ^ error: [annette/out-of-range] @Dense(slope =
  //     2.5) on c: a slope is what a leaky ReLU multiplies negative numbers by, so it must be at
  //     least 0 and below 1. Did you mean 0.025?
  @Dense(units = 8, activation = LEAKY_RELU, slope = Double.NaN) Layer d;
  //                                                       ^ error: [annette/out-of-range]
  //     @Dense(slope = NaN) on d: a slope is what a leaky ReLU multiplies negative numbers by, so
  //     it must be at least 0 and below 1.
  @Dense(units = 8, activation = LEAKY_RELU, slope = Double.POSITIVE_INFINITY) Layer e;
  //                                                       ^ error: [annette/out-of-range]
  //     @Dense(slope = Infinity) on e: a slope is what a leaky ReLU multiplies negative numbers by,
  //     so it must be at least 0 and below 1.
  @Dense(units = 8, activation = LEAKY_RELU, slope = Double.NEGATIVE_INFINITY) Layer f;
  //                                                       ^ error: [annette/out-of-range]
  //     @Dense(slope = -Infinity) on f: a slope is what a leaky ReLU multiplies negative numbers
  //     by, so it must be at least 0 and below 1.
  @Dense(units = 1) Layer output;
}

package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.BatchNorm;
import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class NormMomentumRange {
  @Dense(units = 8, bias = false) @BatchNorm(momentum = 1) Layer a;
  //                                                    ^ error: [annette/out-of-range]
  //     @BatchNorm(momentum = 1) on a: momentum is the share of the old that running statistics
  //     keep, so it must be at least 0 and below 1. Did you mean 0.1?
  @Dense(units = 8, bias = false) @BatchNorm(momentum = -0.9) Layer b;
  //                                                    ^ error: [annette/out-of-range]
  //     @BatchNorm(momentum = -0.9) on b: momentum is the share of the old that running statistics
  //     keep, so it must be at least 0 and below 1. Did you mean 0.9?
  @Dense(units = 8, bias = false) @BatchNorm(momentum = 99) Layer c;
  //                                                    ^ error: [annette/out-of-range]
  //     @BatchNorm(momentum = 99) on c: momentum is the share of the old that running statistics
  //     keep, so it must be at least 0 and below 1. Did you mean 0.99?
  @Dense(units = 8, bias = false) @BatchNorm(momentum = Double.POSITIVE_INFINITY) Layer d;
  //                                                          ^ error: [annette/out-of-range]
  //     @BatchNorm(momentum = Infinity) on d: momentum is the share of the old that running
  //     statistics keep, so it must be at least 0 and below 1.
  @Dense(units = 1) Layer output;
}

package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.MinMaxNorm;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class MinMaxNormRange {
  @Dense(units = 8) @MinMaxNorm(min = -1) Layer a;
  //                                  ^ error: [annette/out-of-range] @MinMaxNorm(min = -1) on a: a
  //     norm's lower bound is a norm, so it must be at least 0 and finite. Did you mean 1?
  @Dense(units = 8) @MinMaxNorm(max = 0) Layer b;
  //                                  ^ error: [annette/out-of-range] @MinMaxNorm(max = 0) on b: a
  //     norm's upper bound leaves room for weights other than 0, so it must be above 0 and finite.
  @Dense(units = 8) @MinMaxNorm(rate = -0.5) Layer c;
  //                                   ^ error: [annette/out-of-range] @MinMaxNorm(rate = -0.5) on
  //     c: a rate is the share of the way that a norm moves in one update, so it must be at least 0
  //     and at most 1. Did you mean 0.5?
  @Dense(units = 8) @MinMaxNorm(rate = 1.5) Layer d;
  //                                   ^ error: [annette/out-of-range] @MinMaxNorm(rate = 1.5) on d:
  //     a rate is the share of the way that a norm moves in one update, so it must be at least 0
  //     and at most 1. Did you mean 0.15?
  @Dense(units = 8) @MinMaxNorm(min = 3, max = 2) Layer e;
  //                                  ^ error: [annette/conflict] @MinMaxNorm(min = 3) on e is above
  //     max = 2, so no norm is in the range. Exchange the two, or write a larger max.
  @Dense(units = 1) Layer output;
}

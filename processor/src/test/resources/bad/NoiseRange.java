package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.AlphaDropout;
import dev.annette.Dense;
import dev.annette.GaussianDropout;
import dev.annette.GaussianNoise;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class NoiseRange {
  @Dense(units = 8) @GaussianDropout(1) Layer a;
  //                                 ^ error: [annette/out-of-range] @GaussianDropout(1) on a: the
  //     rate is that of the dropout that disturbs as much, so it must be at least 0 and below 1.
  //     Did you mean 0.1?
  @Dense(units = 8) @GaussianDropout(-0.2) Layer b;
  //                                 ^ error: [annette/out-of-range] @GaussianDropout(-0.2) on b:
  //     the rate is that of the dropout that disturbs as much, so it must be at least 0 and below
  //     1. Did you mean 0.2?
  @GaussianDropout(Double.NaN) Layer c;
  //                     ^ error: [annette/out-of-range] @GaussianDropout(NaN) on c: the rate is
  //     that of the dropout that disturbs as much, so it must be at least 0 and below 1.
  @Dense(units = 8) @GaussianNoise(-0.5) Layer d;
  //                               ^ error: [annette/out-of-range] @GaussianNoise(-0.5) on d: a
  //     standard deviation is how far noise lies from its mean, so it must be at least 0 and
  //     finite. Did you mean 0.5?
  @GaussianNoise(Double.POSITIVE_INFINITY) Layer e;
  //                   ^ error: [annette/out-of-range] @GaussianNoise(Infinity) on e: a standard
  //     deviation is how far noise lies from its mean, so it must be at least 0 and finite.
  @GaussianNoise(Double.NaN) Layer f;
  //                   ^ error: [annette/out-of-range] @GaussianNoise(NaN) on f: a standard
  //     deviation is how far noise lies from its mean, so it must be at least 0 and finite.
  @Dense(units = 8) @AlphaDropout(1) Layer g;
  //                              ^ error: [annette/out-of-range] @AlphaDropout(1) on g: a dropout
  //     rate is the share of units left out in each training step, so it must be at least 0 and
  //     below 1. Did you mean 0.1?
  @Dense(units = 8) @AlphaDropout(10) Layer h;
  //                              ^ error: [annette/out-of-range] @AlphaDropout(10) on h: a dropout
  //     rate is the share of units left out in each training step, so it must be at least 0 and
  //     below 1. Did you mean 0.1?
  @GaussianNoise(2) Layer more;
  @Dense(units = 1) Layer output;
}

package bad;

import static dev.annette.Activation.RELU;
import static dev.annette.Activation.SELU;
import static dev.annette.Initializer.LECUN_NORMAL;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Allow;
import dev.annette.AlphaDropout;
import dev.annette.Dense;
import dev.annette.Init;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class AlphaDropoutWithoutSelu {
  @AlphaDropout(0.1) Layer features;
  @Dense(units = 8, activation = RELU) @AlphaDropout(0.1) Layer hidden;
  //                                                 ^ warning: [annette/alpha-dropout-without-selu]
  //     @AlphaDropout(0.1) on hidden sets outputs to where a SELU saturates and rescales them for
  //     its mean and variance, which RELU does not have. Write @Dropout, or activation = SELU. If
  //     it is meant, write @Allow("alpha-dropout-without-selu").
  @Dense(units = 8, activation = SELU) @Init(LECUN_NORMAL) @AlphaDropout(0.1) Layer self;
  @Dense(units = 8, activation = RELU) @AlphaDropout(0) Layer off;
  @Dense(units = 8, activation = RELU) @AlphaDropout(0.1) @Allow("alpha-dropout-without-selu")
  Layer meant;
  @Dense(units = 1) Layer output;
}

package bad;

import static dev.annette.Activation.SELU;
import static dev.annette.Initializer.HE_NORMAL;
import static dev.annette.Initializer.LECUN_NORMAL;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Init;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class SeluInitializer {
  @Dense(units = 8, activation = SELU) @Init(HE_NORMAL) Layer a;
  //                                         ^ warning: [annette/selu-initializer] @Init(HE_NORMAL)
  //     on a: SELU keeps mean 0 and variance 1 only from weights of variance 1/in. Write
  //     LECUN_NORMAL, or leave @Init away. If it is meant, write @Allow("selu-initializer").
  @Dense(units = 8, activation = SELU) @Init(LECUN_NORMAL) Layer b;
  @Dense(units = 8, activation = SELU) Layer c;
  @Dense(units = 1) Layer output;
}

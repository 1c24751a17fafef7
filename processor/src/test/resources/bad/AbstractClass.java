package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
abstract class AbstractClass {
  //     ^ error: [annette/unsupported-class] AbstractClass is abstract, but one class declares the
  //     whole network. Remove abstract.
  @Dense(units = 1) Layer output;
}

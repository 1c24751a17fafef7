package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

class Base {
  @Dense(units = 8) Layer hidden;
}

class Between extends Base {}

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class InheritedLayer extends Between {
//< error: [annette/unsupported-class] InheritedLayer inherits the layer hidden from Base, but only
//     within one class is the order of layers certain. Declare every layer in InheritedLayer.
  @Dense(units = 1) Layer output;
}

package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

class InnerClass {
  @Network(input = 4, loss = HALF_SQUARED_ERROR)
  class Inner {
//^ error: [annette/unsupported-class] Inner is an inner class, but a network belongs to no instance
//     of InnerClass. Make it static.
    @Dense(units = 1) Layer output;
  }
}

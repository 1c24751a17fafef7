package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

class SeveralFaultsOfAClass {
  @Network(input = 4, loss = HALF_SQUARED_ERROR)
  private abstract class Inner<T> {
  //               ^ error: [annette/unsupported-class] Inner is abstract, but one class declares
  //     the whole network. Remove abstract.
  //               ^ error: [annette/unsupported-class] Inner is generic, but a network has no type
  //     parameters. Remove <T>.
  //               ^ error: [annette/unsupported-class] Inner is an inner class, but a network
  //     belongs to no instance of SeveralFaultsOfAClass. Make it static.
  //               ^ error: [annette/unsupported-class] Inner is private, but the trainer and the
  //     model are classes of their own and must see it. Remove private.
    @Dense(units = 0) Layer output;
  //               ^ error: [annette/out-of-range] @Dense(units = 0) on output: the number of units
  //     is the width of the layer's output, so it must be at least 1.
  }
}

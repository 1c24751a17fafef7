package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

class PrivateClass {
  @Network(input = 4, loss = HALF_SQUARED_ERROR)
  private static class Hidden {
  //             ^ error: [annette/unsupported-class] Hidden is private, but the trainer and the
  //     model are classes of their own and must see it. Remove private.
    @Dense(units = 1) Layer output;
  }
}

package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

class InsidePrivateClass {
  private static class Outer {
    @Network(input = 4, loss = HALF_SQUARED_ERROR)
    static class Inner {
  //       ^ error: [annette/unsupported-class] Inner is inside Outer, which is private, but the
  //     trainer and the model are classes of their own and must see it. Remove private from Outer,
  //     or move Inner out of it.
      @Dense(units = 1) Layer output;
    }
  }
}

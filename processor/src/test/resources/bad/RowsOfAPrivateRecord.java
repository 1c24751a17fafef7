package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

class RowsOfAPrivateRecord {
  private record Row(float age, @Label boolean survived) {}

  @Network(rows = Row.class)
  //                 ^ error: [annette/unsupported-class] rows = Row.class on Net: Row is not
  //     visible to the classes written beside Net. Make it and the classes around it public, or
  //     move it into the same package and let none be private.
  static class Net {
    @Dense Layer output;
  }
}

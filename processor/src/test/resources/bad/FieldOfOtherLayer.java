package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

@dev.annette.Network(input = 4, loss = HALF_SQUARED_ERROR)
class FieldOfOtherLayer {
  @dev.annette.Dense(units = 1) Layer output;
  //                                  ^ error: [annette/misplaced] @Dense stands on output, whose
  //     type is bad.FieldOfOtherLayer.Layer, but a layer is a field of type dev.annette.Layer.
  //     Write dev.annette.Layer output;

  static class Layer {}
}

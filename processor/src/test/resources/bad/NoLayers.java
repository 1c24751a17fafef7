package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
//< error: [annette/missing] NoLayers declares no layer: a layer is a field of type Layer with an
//     annotation. Write at least an output: @Dense(units = 1) Layer output;
class NoLayers {
  int units = 4;
}

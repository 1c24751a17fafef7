package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
interface InterfaceNetwork {
//< error: [annette/unsupported-class] InterfaceNetwork is an interface, but layers are fields of a
//     class. Write class InterfaceNetwork { ... } instead.
  int UNITS = 1;
}

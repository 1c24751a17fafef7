package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class GenericClass<T, U extends Comparable<U>> {
//< error: [annette/unsupported-class] GenericClass is generic, but a network has no type
//     parameters. Remove <T, U>.
  @Dense(units = 1) Layer output;
}

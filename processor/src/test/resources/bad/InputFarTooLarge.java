package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = {70000, 70000, 70000, 70000, 70000}, loss = HALF_SQUARED_ERROR)
  //             ^ error: [annette/too-large] @Network(input = {70000, 70000, 70000, 70000, 70000})
  //     on InputFarTooLarge: a row would have more than 9223372036854775807 features, but a Java
  //     array holds at most 2147483639 numbers. Write a smaller shape.
class InputFarTooLarge {
  @Dense(units = 1) Layer output;
}

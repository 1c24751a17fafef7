package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = {28, 0, -1}, loss = HALF_SQUARED_ERROR)
  //                  ^ error: [annette/out-of-range] @Network(input = {28, 0, -1}) on
  //     InputShapeZero: input says how many features a row has, so each size must be at least 1,
  //     not 0.
  //                     ^ error: [annette/out-of-range] @Network(input = {28, 0, -1}) on
  //     InputShapeZero: input says how many features a row has, so each size must be at least 1,
  //     not -1.
class InputShapeZero {
  @Dense(units = 1) Layer output;
}

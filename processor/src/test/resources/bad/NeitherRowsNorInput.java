package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;

@Network(loss = Loss.HUBER)
//< error: [annette/missing] @Network on NeitherRowsNorInput does not say what a row is. Write how
//     many numbers it has, such as input = 64, or its type, such as rows = Passenger.class.
class NeitherRowsNorInput {
  record Row(float age, @Label boolean survived) {}

  @Dense(units = 1) Layer output;
}

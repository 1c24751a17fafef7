package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class CopiedClasses {
//< error: [annette/name-clash] CopiedClasses is to be written as bad.CopiedClassesTrainer, but that
//     is the name of a class that exists. Rename one of the two.
  @Dense(units = 1) Layer output;
}

class CopiedClassesTrainer {}

class CopiedClassesModel {}

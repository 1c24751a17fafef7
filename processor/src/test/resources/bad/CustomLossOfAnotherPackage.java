package bad;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.processor.testing.ClosedLoss;

@Network(input = 4, customLoss = ClosedLoss.class)
  //                                       ^ error: [annette/custom-class] @Network(customLoss =
  //     ClosedLoss.class) on CustomLossOfAnotherPackage: the constructor of ClosedLoss without
  //     parameters is not accessible. Name a class that implements
  //     dev.annette.runtime.custom.LossFunction, with a constructor without parameters, both
  //     accessible from here.
class CustomLossOfAnotherPackage {
  @Dense(units = 1) Layer output;
}

package bad;

import static dev.annette.Loss.HUBER;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;
import dev.annette.PenaltyScaling;

class CustomLossBesideLoss {
  @Network(input = 4, loss = HUBER, customLoss = Own.class)
  //                                                ^ error: [annette/conflict] @Network(customLoss
  //     = Own.class) on Two stands beside loss = HUBER, but training makes one loss small. Remove
  //     one of the two.
  static class Two {
    @Dense(units = 1) Layer output;
  }

  @Network(input = 4)
//^ error: [annette/missing] @Network on None does not say which loss training makes small. Write
//     loss = CROSS_ENTROPY for classes, BINARY_CROSS_ENTROPY for yes or no, HALF_SQUARED_ERROR for
//     numbers, or customLoss = a class of your own.
  static class None {
    @Dense(units = 1) Layer output;
  }

  @Network(input = 4, loss = Loss.CUSTOM)
  //                             ^ error: [annette/missing] @Network on Unnamed does not say
  //     which loss training makes small. Write loss = CROSS_ENTROPY for classes, BINARY_CROSS_ENTROPY
  //     for yes or no, HALF_SQUARED_ERROR for numbers, or customLoss = a class of your own.
  static class Unnamed {
    @Dense(units = 1) Layer output;
  }

  @Network(input = 4, customLoss = Own.class, delta = 2, scaling = PenaltyScaling.SKLEARN_RIDGE)
  //                                                  ^ error: [annette/conflict] @Network(delta =
  //     2) on Numbers: delta belongs to HUBER, but the loss is CUSTOM. Remove delta, or write loss
  //     = HUBER.
  //                                                                             ^ error:
  //     [annette/conflict] @Network(scaling = SKLEARN_RIDGE) on Numbers: SKLEARN_RIDGE belongs to a
  //     squared error, but the loss is CUSTOM. Take another scaling, such as TEXTBOOK.
  static class Numbers {
    @Dense(units = 1) Layer output;
  }

  static class Own implements dev.annette.runtime.custom.LossFunction {
    @Override
    public double value(double[] outputs, double[] targets) {
      return 0;
    }

    @Override
    public void derivative(double[] outputs, double[] targets, double[] derivative) {}
  }
}

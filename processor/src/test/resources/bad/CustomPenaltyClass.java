package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.CustomPenalty;
import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.PenaltyScaling;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class CustomPenaltyClass {
  @Dense(units = 8) @CustomPenalty(value = 0.1, penalty = Own.class) Layer hidden;
  //                                                         ^ error: [annette/custom-class]
  //     @CustomPenalty(penalty = Own.class) on hidden: Own does not implement PenaltyFunction. Name
  //     a class that implements dev.annette.runtime.custom.PenaltyFunction, with a constructor
  //     without parameters, both accessible from here.
  @Dense(units = 8) @CustomPenalty(value = -1, penalty = Right.class) Layer second;
  //                                       ^ error: [annette/out-of-range] @CustomPenalty(-1) on
  //     second: a penalty's strength scales a sum that is never negative, so it must be at least 0
  //     and finite. Did you mean 1?
  @Dense(units = 1)
  @CustomPenalty(value = 1, penalty = Right.class, scaling = PenaltyScaling.SKLEARN_RIDGE)
  //                                                                       ^ error:
  //     [annette/conflict] @CustomPenalty(scaling = SKLEARN_RIDGE) on output: SKLEARN_RIDGE does
  //     not say what a custom penalty means. Take another scaling, such as TEXTBOOK.
  Layer output;

  static class Own {}

  static class Right implements dev.annette.runtime.custom.PenaltyFunction {
    @Override
    public double value(double[] weights, int in, int out) {
      return 0;
    }

    @Override
    public void gradient(double[] weights, int in, int out, double[] gradient) {}
  }
}

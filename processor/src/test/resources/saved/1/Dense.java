package example;
import dev.annette.*;
import static dev.annette.Activation.*;
import static dev.annette.Initializer.*;
@Network(input = 3, loss = Loss.MEAN_SQUARED_ERROR)
public class Sample {
  @Dense(units = 3) Layer first;
  @Dense(units = 2) Layer output;
  static final class OwnPenalty implements dev.annette.runtime.custom.PenaltyFunction {
    @Override public double value(double[] weights, int in, int out) {
      double sum = 0;
      for (double weight : weights) {
        sum += 0.5 * weight * weight;
      }
      return sum;
    }
    @Override public void gradient(double[] weights, int in, int out, double[] gradient) {
      System.arraycopy(weights, 0, gradient, 0, in * out);
    }
  }

  static final class OtherPenalty implements dev.annette.runtime.custom.PenaltyFunction {
    @Override public double value(double[] weights, int in, int out) {
      double sum = 0;
      for (double weight : weights) {
        sum += 0.5 * weight * weight;
      }
      return sum;
    }
    @Override public void gradient(double[] weights, int in, int out, double[] gradient) {
      System.arraycopy(weights, 0, gradient, 0, in * out);
    }
  }

}

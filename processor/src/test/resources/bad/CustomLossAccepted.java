package bad;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;

class CustomLossAccepted {
  @Network(input = 4, customLoss = Good.class)
  static class Inherited {
    @Dense(units = 1) Layer output;
  }

  @Network(input = 4, customLoss = Record.class)
  static class Compact {
    @Dense(units = 1) Layer output;
  }

  @Network(input = 4, loss = Loss.CUSTOM, customLoss = Good.class)
  static class Spelt {
    @Dense(units = 1) Layer output;
  }

  static class Base implements dev.annette.runtime.custom.LossFunction {
    @Override
    public double value(double[] outputs, double[] targets) {
      return 0;
    }

    @Override
    public void derivative(double[] outputs, double[] targets, double[] derivative) {}
  }

  static class Good extends Base {}

  record Record() implements dev.annette.runtime.custom.LossFunction {
    @Override
    public double value(double[] outputs, double[] targets) {
      return 0;
    }

    @Override
    public void derivative(double[] outputs, double[] targets, double[] derivative) {}
  }
}

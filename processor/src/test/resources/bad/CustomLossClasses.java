package bad;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

class CustomLossClasses {
  @Network(input = 4, customLoss = String.class)
  //                                     ^ error: [annette/custom-class] @Network(customLoss =
  //     String.class) on N1: String does not implement LossFunction. Name a class that implements
  //     dev.annette.runtime.custom.LossFunction, with a constructor without parameters, both
  //     accessible from here.
  static class N1 {
    @Dense(units = 1) Layer output;
  }

  @Network(input = 4, customLoss = int.class)
  //                                  ^ error: [annette/custom-class] @Network(customLoss =
  //     int.class) on N2: an object must be made of it, but it is no class. Name a class that
  //     implements dev.annette.runtime.custom.LossFunction, with a constructor without parameters,
  //     both accessible from here.
  static class N2 {
    @Dense(units = 1) Layer output;
  }

  @Network(input = 4, customLoss = Abstract.class)
  //                                       ^ error: [annette/custom-class] @Network(customLoss =
  //     Abstract.class) on N3: an object must be made of it, but Abstract is abstract. Name a class
  //     that implements dev.annette.runtime.custom.LossFunction, with a constructor without
  //     parameters, both accessible from here.
  static class N3 {
    @Dense(units = 1) Layer output;
  }

  @Network(input = 4, customLoss = Inner.class)
  //                                    ^ error: [annette/custom-class] @Network(customLoss =
  //     Inner.class) on N4: Inner is an inner class, which needs an outer object. Name a class that
  //     implements dev.annette.runtime.custom.LossFunction, with a constructor without parameters,
  //     both accessible from here.
  static class N4 {
    @Dense(units = 1) Layer output;
  }

  @Network(input = 4, customLoss = Hidden.class)
  //                                     ^ error: [annette/custom-class] @Network(customLoss =
  //     Hidden.class) on N5: Hidden is private. Name a class that implements
  //     dev.annette.runtime.custom.LossFunction, with a constructor without parameters, both
  //     accessible from here.
  static class N5 {
    @Dense(units = 1) Layer output;
  }

  @Network(input = 4, customLoss = Generic.class)
  //                                      ^ error: [annette/custom-class] @Network(customLoss =
  //     Generic.class) on N6: nothing says what the type parameters of Generic stand for. Name a
  //     class that implements dev.annette.runtime.custom.LossFunction, with a constructor without
  //     parameters, both accessible from here.
  static class N6 {
    @Dense(units = 1) Layer output;
  }

  @Network(input = 4, customLoss = WithArgument.class)
  //                                           ^ error: [annette/custom-class] @Network(customLoss =
  //     WithArgument.class) on N7: WithArgument has no constructor without parameters. Name a class
  //     that implements dev.annette.runtime.custom.LossFunction, with a constructor without
  //     parameters, both accessible from here.
  static class N7 {
    @Dense(units = 1) Layer output;
  }

  @Network(input = 4, customLoss = Closed.class)
  //                                     ^ error: [annette/custom-class] @Network(customLoss =
  //     Closed.class) on N8: the constructor of Closed without parameters is not accessible. Name a
  //     class that implements dev.annette.runtime.custom.LossFunction, with a constructor without
  //     parameters, both accessible from here.
  static class N8 {
    @Dense(units = 1) Layer output;
  }

  @Network(input = 4, customLoss = Throwing.class)
  //                                       ^ error: [annette/custom-class] @Network(customLoss =
  //     Throwing.class) on N9: the constructor of Throwing declares exceptions. Name a class that
  //     implements dev.annette.runtime.custom.LossFunction, with a constructor without parameters,
  //     both accessible from here.
  static class N9 {
    @Dense(units = 1) Layer output;
  }

  @Network(input = 4, customLoss = Contract.class)
  //                                       ^ error: [annette/custom-class] @Network(customLoss =
  //     Contract.class) on N10: an object must be made of it, but Contract is no class. Name a
  //     class that implements dev.annette.runtime.custom.LossFunction, with a constructor without
  //     parameters, both accessible from here.
  static class N10 {
    @Dense(units = 1) Layer output;
  }

  @Network(input = 4, customLoss = double[].class)
  //                                       ^ error: [annette/custom-class] @Network(customLoss =
  //     double[].class) on N11: an object must be made of it, but it is no class. Name a class that
  //     implements dev.annette.runtime.custom.LossFunction, with a constructor without parameters,
  //     both accessible from here.
  static class N11 {
    @Dense(units = 1) Layer output;
  }

  abstract static class Abstract implements dev.annette.runtime.custom.LossFunction {
    @Override
    public double value(double[] outputs, double[] targets) {
      return 0;
    }

    @Override
    public void derivative(double[] outputs, double[] targets, double[] derivative) {}
  }

  class Inner implements dev.annette.runtime.custom.LossFunction {
    @Override
    public double value(double[] outputs, double[] targets) {
      return 0;
    }

    @Override
    public void derivative(double[] outputs, double[] targets, double[] derivative) {}
  }

  private static class Hidden implements dev.annette.runtime.custom.LossFunction {
    @Override
    public double value(double[] outputs, double[] targets) {
      return 0;
    }

    @Override
    public void derivative(double[] outputs, double[] targets, double[] derivative) {}
  }

  static class Generic<T> implements dev.annette.runtime.custom.LossFunction {
    @Override
    public double value(double[] outputs, double[] targets) {
      return 0;
    }

    @Override
    public void derivative(double[] outputs, double[] targets, double[] derivative) {}
  }

  static class WithArgument implements dev.annette.runtime.custom.LossFunction {
    WithArgument(double quantile) {}

    @Override
    public double value(double[] outputs, double[] targets) {
      return 0;
    }

    @Override
    public void derivative(double[] outputs, double[] targets, double[] derivative) {}
  }

  static class Closed implements dev.annette.runtime.custom.LossFunction {
    private Closed() {}

    @Override
    public double value(double[] outputs, double[] targets) {
      return 0;
    }

    @Override
    public void derivative(double[] outputs, double[] targets, double[] derivative) {}
  }

  static class Throwing implements dev.annette.runtime.custom.LossFunction {
    Throwing() throws Exception {}

    @Override
    public double value(double[] outputs, double[] targets) {
      return 0;
    }

    @Override
    public void derivative(double[] outputs, double[] targets, double[] derivative) {}
  }

  interface Contract extends dev.annette.runtime.custom.LossFunction {}
}

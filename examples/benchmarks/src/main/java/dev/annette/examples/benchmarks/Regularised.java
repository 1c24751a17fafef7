package dev.annette.examples.benchmarks;

import static dev.annette.Activation.RELU;
import static dev.annette.Activation.SELU;
import static dev.annette.Activation.SIGMOID;

import dev.annette.ActivityL1;
import dev.annette.ActivityL2;
import dev.annette.AlphaDropout;
import dev.annette.BatchNorm;
import dev.annette.CustomPenalty;
import dev.annette.Dense;
import dev.annette.DropConnect;
import dev.annette.Dropout;
import dev.annette.GaussianDropout;
import dev.annette.GaussianNoise;
import dev.annette.GroupLasso;
import dev.annette.KlSparsity;
import dev.annette.L1;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.LayerNorm;
import dev.annette.Loss;
import dev.annette.MaskScope;
import dev.annette.MaxNorm;
import dev.annette.MinMaxNorm;
import dev.annette.Network;
import dev.annette.NonNegative;
import dev.annette.OrthogonalPenalty;
import dev.annette.RmsNorm;
import dev.annette.UnitNorm;
import dev.annette.WeightDecay;
import dev.annette.runtime.custom.LossFunction;
import dev.annette.runtime.custom.PenaltyFunction;

/**
 * 256-256-10 without anything against overfitting, and with one technique each; where a technique
 * needs another activation, without it too.
 */
final class Regularised {
  private Regularised() {}

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class Plain {
    @Dense(units = 256, activation = RELU)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithL1 {
    @Dense(units = 256, activation = RELU)
    @L1(1)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithL2 {
    @Dense(units = 256, activation = RELU)
    @L2(1)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithGroupLasso {
    @Dense(units = 256, activation = RELU)
    @GroupLasso(1)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithOrthogonalPenalty {
    @Dense(units = 256, activation = RELU)
    @OrthogonalPenalty(0.1)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithActivityL1 {
    @Dense(units = 256, activation = RELU)
    @ActivityL1(0.001)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithActivityL2 {
    @Dense(units = 256, activation = RELU)
    @ActivityL2(0.001)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithWeightDecay {
    @Dense(units = 256, activation = RELU)
    @WeightDecay(0.01)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithDropout {
    @Dense(units = 256, activation = RELU)
    @Dropout(0.5)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithSharedDropout {
    @Dense(units = 256, activation = RELU)
    @Dropout(value = 0.5, mask = MaskScope.PER_BATCH)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithMaxNorm {
    @Dense(units = 256, activation = RELU)
    @MaxNorm(3)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithUnitNorm {
    @Dense(units = 256, activation = RELU)
    @UnitNorm
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithMinMaxNorm {
    @Dense(units = 256, activation = RELU)
    @MinMaxNorm(min = 0.5, max = 2)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithNonNegative {
    @Dense(units = 256, activation = RELU)
    @NonNegative
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithBatchNorm {
    @Dense(units = 256, activation = RELU, bias = false)
    @BatchNorm
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithLayerNorm {
    @Dense(units = 256, activation = RELU)
    @LayerNorm
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithRmsNorm {
    @Dense(units = 256, activation = RELU)
    @RmsNorm
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithGaussianDropout {
    @Dense(units = 256, activation = RELU)
    @GaussianDropout(0.5)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithGaussianNoise {
    @Dense(units = 256, activation = RELU)
    @GaussianNoise(0.1)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithAlphaDropout {
    @Dense(units = 256, activation = SELU)
    @AlphaDropout(0.1)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithDropConnect {
    @Dense(units = 256, activation = RELU)
    @DropConnect(0.5)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithSharedDropConnect {
    @Dense(units = 256, activation = RELU)
    @DropConnect(value = 0.5, mask = MaskScope.PER_BATCH)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithKlSparsity {
    @Dense(units = 256, activation = SIGMOID)
    @KlSparsity(0.1)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class PlainSelu {
    @Dense(units = 256, activation = SELU)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class PlainSigmoid {
    @Dense(units = 256, activation = SIGMOID)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class WithCustomPenalty {
    @Dense(units = 256, activation = RELU)
    @CustomPenalty(value = 0.1, penalty = Squares.class)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  /** {@code @L2} as a user would write it. */
  static final class Squares implements PenaltyFunction {
    @Override
    public double value(double[] weights, int in, int out) {
      double sum = 0;
      for (double w : weights) {
        sum += w * w;
      }
      return sum / 2;
    }

    @Override
    public void gradient(double[] weights, int in, int out, double[] gradient) {
      System.arraycopy(weights, 0, gradient, 0, weights.length);
    }
  }

  @Network(input = 256, loss = Loss.HALF_SQUARED_ERROR)
  static class PlainSquares {
    @Dense(units = 256, activation = RELU)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, customLoss = HalfSquares.class)
  static class WithCustomLoss {
    @Dense(units = 256, activation = RELU)
    Layer hidden;

    @Dense(units = 10)
    Layer output;
  }

  /** {@code HALF_SQUARED_ERROR} as a user would write it. */
  static final class HalfSquares implements LossFunction {
    @Override
    public double value(double[] outputs, double[] targets) {
      double sum = 0;
      for (int i = 0; i < outputs.length; i++) {
        sum += (outputs[i] - targets[i]) * (outputs[i] - targets[i]);
      }
      return sum / 2;
    }

    @Override
    public void derivative(double[] outputs, double[] targets, double[] derivative) {
      for (int i = 0; i < outputs.length; i++) {
        derivative[i] = outputs[i] - targets[i];
      }
    }
  }
}

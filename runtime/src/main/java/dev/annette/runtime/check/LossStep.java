package dev.annette.runtime.check;

import dev.annette.Activation;
import dev.annette.Loss;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;

/**
 * The data loss of a batch: {@code 1/rows · Σ weight·loss} over its rows, where the loss of a row
 * sums its outputs or averages them.
 *
 * @param loss what is measured
 * @param delta the δ of {@link Loss#HUBER}
 * @param logits what came out of the last layer, [rows, outputs]
 * @param targets what should have, [rows, outputs]; classes as one 1 among zeros
 * @param weights what each row counts, [rows] in an array that may be longer; null if all 1
 * @param recorded what came out of the replayed run's last layer, [rows, outputs]; null if not
 *     known
 */
record LossStep(
    Loss loss, double delta, Matrix logits, Matrix targets, float[] weights, float[] recorded)
    implements BatchLoss {

  static LossStep of(Loss loss, double delta, Matrix logits, Batch batch, float[] recorded) {
    Matrix targets = values(batch.targets(), logits.rows(), logits.width());
    return new LossStep(loss, delta, logits, targets, batch.weights(), recorded);
  }

  /** Returns targets as numbers, {@code [rows, width]}: a class is a 1 among zeros. */
  static Matrix values(Targets targets, int rows, int width) {
    if (targets instanceof Targets.Values values) {
      return Matrix.of(rows, width, values.values());
    }
    int[] indices = ((Targets.Classes) targets).indices();
    Matrix oneHot = Matrix.zeros(rows, width);
    for (int r = 0; r < rows; r++) {
      oneHot.values()[r * width + indices[r]] = 1;
    }
    return oneHot;
  }

  /** Returns the activation that turns the logits of a cross-entropy into probabilities. */
  static Activation probabilities(Loss crossEntropy) {
    return crossEntropy == Loss.CROSS_ENTROPY ? Activation.SOFTMAX : Activation.SIGMOID;
  }

  /** Returns what the network predicts: probabilities for a cross-entropy, else the logits. */
  @Override
  public Matrix outputs() {
    if (!loss.isCrossEntropy()) {
      return logits;
    }
    Activation activation = probabilities(loss);
    Matrix x = activation.elementwise() ? logits : Softmax.logs(logits);
    Matrix outputs = Matrix.zeros(logits.rows(), logits.width());
    for (int i = 0; i < outputs.values().length; i++) {
      outputs.values()[i] = activation.value(x.values()[i], 0);
    }
    return outputs;
  }

  @Override
  public double value() {
    Matrix terms =
        switch (loss) {
          case CROSS_ENTROPY -> Softmax.logs(logits);
          case BINARY_CROSS_ENTROPY -> logits;
          default -> errors();
        };
    double sum = 0;
    for (int i = 0; i < terms.values().length; i++) {
      double target = loss.isCrossEntropy() ? targets.values()[i] : 0;
      sum += share(i) * loss.value(terms.values()[i], target, delta);
    }
    return sum;
  }

  @Override
  public Matrix gradient() {
    Matrix terms =
        switch (loss) {
          case CROSS_ENTROPY -> timesTargetSums(outputs());
          case BINARY_CROSS_ENTROPY -> logits;
          default -> errors();
        };
    Matrix gradient = Matrix.zeros(logits.rows(), logits.width());
    for (int i = 0; i < gradient.values().length; i++) {
      double target = loss.isCrossEntropy() ? targets.values()[i] : 0;
      gradient.values()[i] = share(i) * loss.derivative(terms.values()[i], target, delta);
    }
    return gradient;
  }

  /** Returns the part that one output's loss has in the data loss. */
  private double share(int element) {
    double weight = weights == null ? 1 : weights[element / logits.width()];
    return weight / logits.rows() / (loss.averagesOutputs() ? logits.width() : 1);
  }

  /**
   * Returns every probability times the sum of its row's targets: the derivative of {@code −Σ
   * tᵢ·log pᵢ} by logit j is {@code pⱼ·Σtᵢ − tⱼ}, and soft labels add up to 1 within rounding only.
   */
  private Matrix timesTargetSums(Matrix probabilities) {
    int width = probabilities.width();
    for (int r = 0; r < probabilities.rows(); r++) {
      double sum = 0;
      for (int j = 0; j < width; j++) {
        sum += targets.values()[r * width + j];
      }
      for (int j = 0; j < width; j++) {
        probabilities.values()[r * width + j] *= sum;
      }
    }
    return probabilities;
  }

  /**
   * Returns output minus target, [rows, outputs], on the replayed run's side of the kink of an
   * absolute error. The derivative of {@link Loss#HUBER} has no jump, so its sides need no replay.
   */
  private Matrix errors() {
    Matrix errors = Matrix.zeros(logits.rows(), logits.width());
    for (int i = 0; i < errors.values().length; i++) {
      errors.values()[i] = logits.values()[i] - targets.values()[i];
    }
    if (loss != Loss.MEAN_ABSOLUTE_ERROR || recorded == null) {
      return errors;
    }
    float[] recordedErrors = new float[recorded.length];
    for (int i = 0; i < recorded.length; i++) {
      recordedErrors[i] = recorded[i] - (float) targets.values()[i];
    }
    double scale = Math.max(logits.magnitude(), targets.magnitude());
    double[] kink = {0};
    return new Matrix(
        errors.rows(),
        errors.width(),
        Branches.follow(errors.values(), scale, kink, recordedErrors, kink));
  }
}

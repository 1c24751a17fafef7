package dev.annette.processor.mathematics;

import dev.annette.Loss;
import dev.annette.runtime.data.Dataset;
import java.util.Random;

/**
 * Rows for a network of one linear layer, whose data loss is convex, and the gradient of this loss
 * in double precision. Two targets follow the features, with some noise; a third does not.
 *
 * @param loss a loss that is smooth and convex
 * @param features {@code [ROWS, INPUT]}
 * @param targets {@code [ROWS, OUTPUTS]}; one-hot for {@link Loss#CROSS_ENTROPY}
 * @param weights {@code [ROWS]}, or null if every row counts the same
 */
record ConvexProblem(Loss loss, float[] features, float[] targets, float[] weights) {
  static final int ROWS = 30;
  static final int INPUT = 5;
  static final int OUTPUTS = 3;
  static final int WEIGHTS = INPUT * OUTPUTS;
  static final int PARAMETERS = WEIGHTS + OUTPUTS;

  /** {@code [INPUT, OUTPUTS]}: what the targets owe to the features. */
  private static final double[] TRUTH = {1, 0, 0.1, 0, -1, 0, 0.5, 0.5, 0, 0, 0.1, 0, 0, 0, 0};

  private static final double[] ALIKE = {1, 1, 1, 0.5, 0, 0, 0, 0.5, 0, 0, 0, 0.5, -1, -1, -1};

  static ConvexProblem of(Loss loss, boolean weighted) {
    return of(loss, TRUTH, weighted);
  }

  /** Returns rows whose three targets follow the features in much the same way. */
  static ConvexProblem ofTargetsAlike(boolean weighted) {
    return of(Loss.HALF_SQUARED_ERROR, ALIKE, weighted);
  }

  private static ConvexProblem of(Loss loss, double[] truth, boolean weighted) {
    Random random = new Random(11);
    float[] features = new float[ROWS * INPUT];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    double[] scores = new double[ROWS * OUTPUTS];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = 0.25 + 0.3 * random.nextGaussian();
      for (int k = 0; k < INPUT; k++) {
        scores[i] += features[i / OUTPUTS * INPUT + k] * truth[k * OUTPUTS + i % OUTPUTS];
      }
    }
    float[] weights = weighted ? new float[ROWS] : null;
    for (int row = 0; weighted && row < ROWS; row++) {
      weights[row] = 0.25f + row % 4;
    }
    return new ConvexProblem(loss, features, targets(loss, scores), weights);
  }

  private static float[] targets(Loss loss, double[] scores) {
    float[] targets = new float[scores.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] =
          switch (loss) {
            case CROSS_ENTROPY -> i % OUTPUTS == largest(scores, i / OUTPUTS) ? 1 : 0;
            case BINARY_CROSS_ENTROPY -> scores[i] > 0 ? 1 : 0;
            default -> (float) scores[i];
          };
    }
    return targets;
  }

  private static int largest(double[] scores, int row) {
    int largest = 0;
    for (int i = 1; i < OUTPUTS; i++) {
      largest = scores[row * OUTPUTS + i] > scores[row * OUTPUTS + largest] ? i : largest;
    }
    return largest;
  }

  Dataset dataset() {
    Dataset rows;
    if (loss == Loss.CROSS_ENTROPY) {
      int[] classes = new int[ROWS];
      for (int i = 0; i < targets.length; i++) {
        classes[i / OUTPUTS] = targets[i] == 1 ? i % OUTPUTS : classes[i / OUTPUTS];
      }
      rows = Dataset.ofClasses(features, ROWS, classes);
    } else {
      rows = Dataset.ofValues(features, ROWS, targets);
    }
    return weights == null ? rows : rows.withWeights(weights);
  }

  /**
   * Returns the gradient of {@code Σ weight·loss / Σ weight} over the rows.
   *
   * @param parameters weights {@code [INPUT, OUTPUTS]}, then biases {@code [OUTPUTS]}
   */
  double[] gradient(float[] parameters) {
    double total = 0;
    double[] gradient = new double[PARAMETERS];
    for (int row = 0; row < ROWS; row++) {
      double weight = weights == null ? 1 : weights[row];
      total += weight;
      double[] slopes = slopes(outputs(parameters, row), row);
      for (int i = 0; i < OUTPUTS; i++) {
        gradient[WEIGHTS + i] += weight * slopes[i];
        for (int k = 0; k < INPUT; k++) {
          gradient[k * OUTPUTS + i] += weight * slopes[i] * features[row * INPUT + k];
        }
      }
    }
    for (int i = 0; i < PARAMETERS; i++) {
      gradient[i] /= total;
    }
    return gradient;
  }

  private double[] outputs(float[] parameters, int row) {
    double[] outputs = new double[OUTPUTS];
    for (int i = 0; i < OUTPUTS; i++) {
      outputs[i] = parameters[WEIGHTS + i];
      for (int k = 0; k < INPUT; k++) {
        outputs[i] += (double) features[row * INPUT + k] * parameters[k * OUTPUTS + i];
      }
    }
    return outputs;
  }

  /** Returns the derivative of a row's loss by its outputs. */
  private double[] slopes(double[] outputs, int row) {
    double exponentials = 0;
    for (double output : outputs) {
      exponentials += Math.exp(output);
    }
    double[] slopes = new double[OUTPUTS];
    for (int i = 0; i < OUTPUTS; i++) {
      double target = targets[row * OUTPUTS + i];
      slopes[i] =
          switch (loss) {
            case HALF_SQUARED_ERROR -> outputs[i] - target;
            case MEAN_SQUARED_ERROR -> 2 * (outputs[i] - target) / OUTPUTS;
            case BINARY_CROSS_ENTROPY -> (1 / (1 + Math.exp(-outputs[i])) - target) / OUTPUTS;
            case CROSS_ENTROPY -> Math.exp(outputs[i]) / exponentials - target;
            default -> throw new IllegalArgumentException(loss.name());
          };
    }
    return slopes;
  }
}

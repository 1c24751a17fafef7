package dev.annette;

/**
 * What training makes small: a mean over the rows of a batch of how far the outputs are from the
 * targets.
 *
 * <p>Each constant is its own definition: {@link #value} and {@link #derivative} are the loss of
 * one output in double precision. Losses of class {@linkplain #isCrossEntropy() cross-entropy} are
 * computed from logits (the outputs before softmax or sigmoid), which stays exact for large logits.
 */
public enum Loss {
  /**
   * {@code ½·Σ(output − target)²}: summed over the outputs, averaged over the rows. The {@code
   * 1/(2m)·Σ(h(x) − y)²} of the textbook.
   */
  HALF_SQUARED_ERROR {
    @Override
    public double value(double output, double target, double delta) {
      return 0.5 * (output - target) * (output - target);
    }

    @Override
    public double derivative(double output, double target, double delta) {
      return output - target;
    }
  },

  /** {@code (output − target)²}, averaged over outputs and rows. */
  MEAN_SQUARED_ERROR {
    @Override
    public double value(double output, double target, double delta) {
      return (output - target) * (output - target);
    }

    @Override
    public double derivative(double output, double target, double delta) {
      return 2 * (output - target);
    }
  },

  /** {@code |output − target|}, averaged over outputs and rows; its derivative at 0 is 0. */
  MEAN_ABSOLUTE_ERROR {
    @Override
    public double value(double output, double target, double delta) {
      return Math.abs(output - target);
    }

    @Override
    public double derivative(double output, double target, double delta) {
      return Math.signum(output - target);
    }
  },

  /**
   * {@code ½e²} where {@code |e| ≤ δ}, else {@code δ·(|e| − ½δ)}, with {@code e = output − target};
   * averaged over outputs and rows (Huber 1964).
   */
  HUBER {
    @Override
    public double value(double output, double target, double delta) {
      double error = Math.abs(output - target);
      return error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta);
    }

    @Override
    public double derivative(double output, double target, double delta) {
      return Math.max(-delta, Math.min(delta, output - target));
    }
  },

  /**
   * {@code −t·log p − (1 − t)·log(1 − p)} with {@code p = sigmoid(logit)} and a target t from 0 to
   * 1, averaged over outputs and rows. Computed as {@code max(z, 0) − z·t + log(1 + exp(−|z|))}.
   */
  BINARY_CROSS_ENTROPY {
    @Override
    public double value(double logit, double target, double delta) {
      return Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit)));
    }

    @Override
    public double derivative(double logit, double target, double delta) {
      return 1 / (1 + Math.exp(-logit)) - target;
    }
  },

  /**
   * {@code −Σ t·log p} with {@code p = softmax(logits)}: summed over the classes, averaged over the
   * rows. Targets are class indices or, for soft labels, a distribution over the classes.
   *
   * <p>A row's classes belong together: {@link #value} takes the logarithm of one class's
   * probability, {@code z − log Σ exp z}, in place of an output, and {@link #derivative} takes its
   * probability.
   */
  CROSS_ENTROPY {
    @Override
    public double value(double logProbability, double target, double delta) {
      return target == 0 ? 0 : -target * logProbability;
    }

    @Override
    public double derivative(double probability, double target, double delta) {
      return probability - target;
    }
  },

  /**
   * A loss that the user wrote, named by {@link Network#customLoss()}. It computes the loss of a
   * row from all its outputs; {@link #value} and {@link #derivative} are not defined.
   */
  CUSTOM {
    @Override
    public double value(double output, double target, double delta) {
      throw new UnsupportedOperationException("a custom loss is a class of its own");
    }

    @Override
    public double derivative(double output, double target, double delta) {
      throw new UnsupportedOperationException("a custom loss is a class of its own");
    }
  };

  /**
   * Returns the loss of one output.
   *
   * @param output the output, or what the constant says it takes instead
   * @param target the target
   * @param delta the δ of {@link #HUBER}; not read by the others
   */
  public abstract double value(double output, double target, double delta);

  /** Returns the derivative of {@link #value} by the output (by the logit for a cross-entropy). */
  public abstract double derivative(double output, double target, double delta);

  /** Returns whether a row's loss is the mean over its outputs rather than their sum. */
  public boolean averagesOutputs() {
    return this != HALF_SQUARED_ERROR && this != CROSS_ENTROPY && this != CUSTOM;
  }

  /** Returns whether this is a squared error, halved or not. */
  public boolean isSquaredError() {
    return this == HALF_SQUARED_ERROR || this == MEAN_SQUARED_ERROR;
  }

  /** Returns whether this loss is computed from logits. */
  public boolean isCrossEntropy() {
    return this == BINARY_CROSS_ENTROPY || this == CROSS_ENTROPY;
  }
}

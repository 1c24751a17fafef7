package dev.annette.runtime.kernel;

/** The update kernels under one signature, each with PyTorch's step in double precision. */
enum Optimizer {
  SGD,
  MOMENTUM,
  NESTEROV,
  RMSPROP,
  ADAM;

  void update(
      Kernels kernels,
      float[] w,
      float[] first,
      float[] second,
      int offset,
      float[] g,
      int count,
      UpdateCoefficients c,
      Scratch scratch) {
    switch (this) {
      case SGD -> kernels.sgd(w, offset, g, count, c, scratch);
      case MOMENTUM -> kernels.momentum(w, first, offset, g, count, c, scratch);
      case NESTEROV -> kernels.nesterov(w, first, offset, g, count, c, scratch);
      case RMSPROP -> kernels.rmsProp(w, second, offset, g, count, c, scratch);
      case ADAM -> kernels.adam(w, first, second, offset, g, count, c, scratch);
    }
  }

  boolean usesFirst() {
    return this == MOMENTUM || this == NESTEROV || this == ADAM;
  }

  boolean usesSecond() {
    return this == RMSPROP || this == ADAM;
  }

  /** Returns what PyTorch subtracts from weight i (torch.optim, single-tensor forms). */
  double pytorch(double g, double[] m, double[] v, int i, double rate, double mu, int step) {
    switch (this) {
      case MOMENTUM -> {
        m[i] = mu * m[i] + g;
        return rate * m[i];
      }
      case NESTEROV -> {
        m[i] = mu * m[i] + g;
        return rate * (g + mu * m[i]);
      }
      case RMSPROP -> {
        v[i] = 0.99 * v[i] + 0.01 * g * g;
        return rate * g / (Math.sqrt(v[i]) + 1e-8);
      }
      case ADAM -> {
        m[i] = 0.9 * m[i] + 0.1 * g;
        v[i] = 0.999 * v[i] + 0.001 * g * g;
        double root = Math.sqrt(v[i]) / Math.sqrt(1 - Math.pow(0.999, step));
        return rate / (1 - Math.pow(0.9, step)) * m[i] / (root + 1e-8);
      }
      default -> {
        return rate * g;
      }
    }
  }
}

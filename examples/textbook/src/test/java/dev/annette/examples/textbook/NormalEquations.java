package dev.annette.examples.textbook;

/**
 * Linear regression in double precision, by formulas that share nothing with the library.
 *
 * @param a XᵀX/m, {@code [n][n]}
 * @param b Xᵀy/m, {@code [n]}
 * @param m the number of rows
 */
record NormalEquations(double[][] a, double[] b, int m) {
  static NormalEquations of(RandomRegression rows) {
    int m = rows.y().length;
    int n = RandomRegression.FEATURES;
    double[][] a = new double[n][n];
    double[] b = new double[n];
    for (int row = 0; row < m; row++) {
      for (int i = 0; i < n; i++) {
        b[i] += (double) rows.x()[row][i] * rows.y()[row] / m;
        for (int j = 0; j < n; j++) {
          a[i][j] += (double) rows.x()[row][i] * rows.x()[row][j] / m;
        }
      }
    }
    return new NormalEquations(a, b, m);
  }

  /** Returns θ after steps of θ ← θ − η(Aθ − b + (λ/m)θ) from 0. */
  double[] gradientDescent(double lambda, double learningRate, int steps) {
    double[] theta = new double[b.length];
    for (int step = 0; step < steps; step++) {
      double[] next = theta.clone();
      for (int i = 0; i < theta.length; i++) {
        double gradient = lambda / m * theta[i] - b[i];
        for (int j = 0; j < theta.length; j++) {
          gradient += a[i][j] * theta[j];
        }
        next[i] -= learningRate * gradient;
      }
      theta = next;
    }
    return theta;
  }

  /** Returns the θ that solves (A + (λ/m)I)θ = b, by Gaussian elimination with pivots. */
  double[] ridge(double lambda) {
    int n = b.length;
    double[][] system = new double[n][n + 1];
    for (int i = 0; i < n; i++) {
      System.arraycopy(a[i], 0, system[i], 0, n);
      system[i][i] += lambda / m;
      system[i][n] = b[i];
    }
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(system[row][column]) > Math.abs(system[pivot][column])) {
          pivot = row;
        }
      }
      double[] swapped = system[column];
      system[column] = system[pivot];
      system[pivot] = swapped;
      for (int row = 0; row < n; row++) {
        double factor = row == column ? 0 : system[row][column] / system[column][column];
        for (int k = column; k <= n; k++) {
          system[row][k] -= factor * system[column][k];
        }
      }
    }
    double[] theta = new double[n];
    for (int i = 0; i < n; i++) {
      theta[i] = system[i][n] / system[i][i];
    }
    return theta;
  }

  /** Returns Aθ − b, the gradient of the data loss. */
  double[] gradient(float[] theta) {
    double[] gradient = new double[b.length];
    for (int i = 0; i < b.length; i++) {
      gradient[i] = -b[i];
      for (int j = 0; j < b.length; j++) {
        gradient[i] += a[i][j] * theta[j];
      }
    }
    return gradient;
  }
}

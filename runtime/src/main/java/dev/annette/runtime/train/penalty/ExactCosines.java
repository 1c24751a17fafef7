package dev.annette.runtime.train.penalty;

/**
 * The mean |cosine| over the pairs of some vectors and its gradient, in double precision.
 *
 * @param vectors {@code [n][length]}
 */
record ExactCosines(double[][] vectors) {

  /** Returns the mean; 0 if there is no pair. */
  double meanMagnitude() {
    double[][] v = normalised();
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += Math.abs(dot(v[i], v[j]));
      }
    }
    return v.length < 2 ? 0 : sum / pairs();
  }

  /** Returns the derivative of the mean by every number, {@code [n][length]}. */
  double[][] gradient() {
    double[][] v = normalised();
    double[][] gradient = new double[v.length][];
    for (int i = 0; i < v.length; i++) {
      gradient[i] = new double[v[i].length];
      double norm = Math.sqrt(dot(vectors[i], vectors[i]));
      for (int j = 0; j < v.length && norm > 0; j++) {
        double cosine = j == i ? 0 : dot(v[i], v[j]);
        for (int k = 0; k < v[i].length; k++) {
          gradient[i][k] +=
              (Math.signum(cosine) * v[j][k] - Math.abs(cosine) * v[i][k]) / (pairs() * norm);
        }
      }
    }
    return gradient;
  }

  private double pairs() {
    return 0.5 * vectors.length * (vectors.length - 1.0);
  }

  private double[][] normalised() {
    double[][] normalised = new double[vectors.length][];
    for (int i = 0; i < vectors.length; i++) {
      double norm = Math.sqrt(dot(vectors[i], vectors[i]));
      normalised[i] = vectors[i].clone();
      for (int k = 0; k < normalised[i].length; k++) {
        normalised[i][k] = norm == 0 ? 0 : normalised[i][k] / norm;
      }
    }
    return normalised;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}

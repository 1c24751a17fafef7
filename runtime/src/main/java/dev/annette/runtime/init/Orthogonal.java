package dev.annette.runtime.init;

import dev.annette.runtime.random.CounterRandom;

/**
 * A random matrix with orthonormal columns, or rows where there are more columns than rows (Saxe et
 * al. 2014): the Q of the QR decomposition of a Gaussian matrix.
 *
 * <p>Gram and Schmidt's decomposition has a positive diagonal in R, which makes Q uniformly
 * distributed (Mezzadri 2007). Every vector is orthogonalised twice, which leaves it orthogonal to
 * machine precision (Giraud et al. 2005). Takes {@code 4·max(in, out)·min(in, out)²} operations in
 * double precision.
 */
public final class Orthogonal {
  private Orthogonal() {}

  /**
   * Writes the weights.
   *
   * @param w [in, out]
   * @param in the width of the layer's input
   * @param out the width of the layer's output
   * @param key the key of these weights
   */
  public static void fill(float[] w, int in, int out, long key) {
    int count = Math.min(in, out);
    int length = Math.max(in, out);
    double[][] vectors = new double[count][length];
    for (int v = 0; v < count; v++) {
      for (int i = 0; i < length; i++) {
        vectors[v][i] = CounterRandom.gaussian(key, (long) v * length + i);
      }
      orthogonalize(vectors, v);
      orthogonalize(vectors, v);
      normalize(vectors[v]);
    }
    for (int k = 0; k < in; k++) {
      for (int j = 0; j < out; j++) {
        w[k * out + j] = (float) (in >= out ? vectors[j][k] : vectors[k][j]);
      }
    }
  }

  /** Takes off the vector v its components along the vectors before it. */
  private static void orthogonalize(double[][] vectors, int v) {
    double[] vector = vectors[v];
    for (int u = 0; u < v; u++) {
      double[] unit = vectors[u];
      double component = dot(unit, vector);
      for (int i = 0; i < vector.length; i++) {
        vector[i] -= component * unit[i];
      }
    }
  }

  private static void normalize(double[] vector) {
    double norm = Math.sqrt(dot(vector, vector));
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= norm;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

package dev.annette.runtime.kernel;

/**
 * Adagrad: {@code s ← s + g², w ← w − η·g/(√s + ε)} (Duchi et al. 2011), with proximal l1 in the
 * metric √s + ε.
 */
public final class AdagradUpdate extends WindowedUpdate {
  /** The only instance; it has no state of its own. */
  public static final AdagradUpdate INSTANCE = new AdagradUpdate();

  private AdagradUpdate() {
    super(1);
  }

  @Override
  void run(
      float[] w,
      float[] gradient,
      float[] sum,
      float[] second,
      float[] third,
      int n,
      UpdateCoefficients c) {
    float step = -c.learningRate();
    float epsilon = c.epsilon();
    float factor = c.decayFactor();
    float threshold = c.threshold();
    float l2 = c.l2();
    for (int i = 0; i < n; i++) {
      float g = Math.fma(w[i], l2, gradient[i]);
      float s = flush(Math.fma(g, g, sum[i]));
      sum[i] = s;
      float inverse = 1 / ((float) Math.sqrt(s) + epsilon);
      float u = Math.fma(w[i], factor, g * step * inverse);
      w[i] = soft(u, Math.fma(inverse, threshold, ScalarUpdates.TINY));
    }
  }
}

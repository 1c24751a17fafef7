package dev.annette.runtime.kernel;

/**
 * Adamax: Adam with the infinity norm, {@code m ← β₁·m + (1 − β₁)·g, s ← max(β₂·s, |g| + ε), w ← w
 * − η·m̂/s} (Kingma and Ba 2015, §7.1; ε inside the maximum as in PyTorch), with proximal l1 in the
 * metric s.
 */
public final class AdamaxUpdate extends WindowedUpdate {
  /** The only instance; it has no state of its own. */
  public static final AdamaxUpdate INSTANCE = new AdamaxUpdate();

  private AdamaxUpdate() {
    super(2);
  }

  @Override
  void run(
      float[] w,
      float[] gradient,
      float[] mean,
      float[] largest,
      float[] third,
      int n,
      UpdateCoefficients c) {
    float step = -c.correctedLearningRate();
    float firstDecay = c.firstDecay();
    float firstShare = c.firstShare();
    float decay = c.secondDecay();
    float epsilon = c.epsilon();
    float factor = c.decayFactor();
    float threshold = c.threshold();
    float l2 = c.l2();
    for (int i = 0; i < n; i++) {
      float g = Math.fma(w[i], l2, gradient[i]);
      float m = flush(Math.fma(g, firstShare, mean[i] * firstDecay));
      mean[i] = m;
      float s = Math.max(largest[i] * decay, Math.abs(g) + epsilon);
      largest[i] = s;
      float inverse = 1 / s;
      float u = Math.fma(w[i], factor, m * step * inverse);
      w[i] = soft(u, Math.fma(inverse, threshold, ScalarUpdates.TINY));
    }
  }
}

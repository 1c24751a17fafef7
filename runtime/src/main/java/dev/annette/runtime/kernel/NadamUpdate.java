package dev.annette.runtime.kernel;

/**
 * Nadam: Adam with Nesterov's momentum, {@code w ← w − η·(a·g + b·m)/(√v̂ + ε)} with a and b of the
 * momentum schedule (Dozat 2016, as in PyTorch). Proximal l1 acts in the metric √v̂ + ε with the
 * weight a + b, which is what a constant gradient would have.
 */
public final class NadamUpdate extends WindowedUpdate {
  /** The only instance; it has no state of its own. */
  public static final NadamUpdate INSTANCE = new NadamUpdate();

  private NadamUpdate() {
    super(2);
  }

  @Override
  void run(
      float[] w,
      float[] gradient,
      float[] mean,
      float[] square,
      float[] third,
      int n,
      UpdateCoefficients c) {
    float step = -c.learningRate();
    float now = c.gradientShare();
    float ahead = c.meanShare();
    float firstDecay = c.firstDecay();
    float firstShare = c.firstShare();
    float decay = c.secondDecay();
    float share = c.secondShare();
    float rootCorrection = c.rootCorrection();
    float epsilon = c.epsilon();
    float factor = c.decayFactor();
    float threshold = c.threshold() * (now + ahead);
    float l2 = c.l2();
    for (int i = 0; i < n; i++) {
      float g = Math.fma(w[i], l2, gradient[i]);
      float m = flush(Math.fma(g, firstShare, mean[i] * firstDecay));
      mean[i] = m;
      float v = flush(Math.fma(g * share, g, square[i] * decay));
      square[i] = v;
      float inverse = 1 / Math.fma((float) Math.sqrt(v), rootCorrection, epsilon);
      float direction = Math.fma(m, ahead, g * now);
      float u = Math.fma(w[i], factor, direction * step * inverse);
      w[i] = soft(u, Math.fma(inverse, threshold, ScalarUpdates.TINY));
    }
  }
}

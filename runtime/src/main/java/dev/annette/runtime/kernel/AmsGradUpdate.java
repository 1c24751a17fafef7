package dev.annette.runtime.kernel;

/**
 * AMSGrad: Adam whose second moment never shrinks, {@code x ← max(x, v), w ← w − η·m̂/(√x̂ + ε)}
 * (Reddi et al. 2018, as in PyTorch), with proximal l1 in the metric √x̂ + ε.
 */
public final class AmsGradUpdate extends WindowedUpdate {
  /** The only instance; it has no state of its own. */
  public static final AmsGradUpdate INSTANCE = new AmsGradUpdate();

  private AmsGradUpdate() {
    super(3);
  }

  @Override
  void run(
      float[] w,
      float[] gradient,
      float[] mean,
      float[] square,
      float[] largest,
      int n,
      UpdateCoefficients c) {
    float step = -c.correctedLearningRate();
    float firstDecay = c.firstDecay();
    float firstShare = c.firstShare();
    float decay = c.secondDecay();
    float share = c.secondShare();
    float rootCorrection = c.rootCorrection();
    float epsilon = c.epsilon();
    float factor = c.decayFactor();
    float threshold = c.threshold();
    float l2 = c.l2();
    for (int i = 0; i < n; i++) {
      float g = Math.fma(w[i], l2, gradient[i]);
      float m = flush(Math.fma(g, firstShare, mean[i] * firstDecay));
      mean[i] = m;
      float v = flush(Math.fma(g * share, g, square[i] * decay));
      square[i] = v;
      float x = Math.max(largest[i], v);
      largest[i] = x;
      float inverse = 1 / Math.fma((float) Math.sqrt(x), rootCorrection, epsilon);
      float u = Math.fma(w[i], factor, m * step * inverse);
      w[i] = soft(u, Math.fma(inverse, threshold, ScalarUpdates.TINY));
    }
  }
}

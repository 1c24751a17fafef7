package dev.annette.runtime.kernel;

/**
 * Lion: {@code w ← w − η·sign(β₁·m + (1 − β₁)·g), m ← β₂·m + (1 − β₂)·g} (Chen et al. 2023). Every
 * step has the length η, so a soft threshold would answer to no objective: l1 enters by its
 * subgradient only.
 */
public final class LionUpdate extends WindowedUpdate {
  /** The only instance; it has no state of its own. */
  public static final LionUpdate INSTANCE = new LionUpdate();

  private LionUpdate() {
    super(1);
  }

  @Override
  void run(
      float[] w,
      float[] gradient,
      float[] mean,
      float[] second,
      float[] third,
      int n,
      UpdateCoefficients c) {
    float step = -c.learningRate();
    float firstDecay = c.firstDecay();
    float firstShare = c.firstShare();
    float decay = c.secondDecay();
    float share = c.secondShare();
    float factor = c.decayFactor();
    float l2 = c.l2();
    for (int i = 0; i < n; i++) {
      float g = Math.fma(w[i], l2, gradient[i]);
      float sign = Math.signum(Math.fma(g, firstShare, mean[i] * firstDecay));
      mean[i] = flush(Math.fma(g, share, mean[i] * decay));
      w[i] = flush(Math.fma(w[i], factor, sign * step));
    }
  }
}

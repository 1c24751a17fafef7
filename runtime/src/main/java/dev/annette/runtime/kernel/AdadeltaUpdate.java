package dev.annette.runtime.kernel;

/**
 * Adadelta: {@code s ← ρ·s + (1 − ρ)·g², r = √(d + ε)/√(s + ε), d ← ρ·d + (1 − ρ)·(r·g)², w ← w −
 * η·r·g} (Zeiler 2012), with proximal l1 in the metric 1/r.
 */
public final class AdadeltaUpdate extends WindowedUpdate {
  /** The only instance; it has no state of its own. */
  public static final AdadeltaUpdate INSTANCE = new AdadeltaUpdate();

  private AdadeltaUpdate() {
    super(2);
  }

  @Override
  void run(
      float[] w,
      float[] gradient,
      float[] squares,
      float[] moves,
      float[] third,
      int n,
      UpdateCoefficients c) {
    float step = -c.learningRate();
    float decay = c.secondDecay();
    float share = c.secondShare();
    float epsilon = c.epsilon();
    float factor = c.decayFactor();
    float threshold = c.threshold();
    float l2 = c.l2();
    for (int i = 0; i < n; i++) {
      float g = Math.fma(w[i], l2, gradient[i]);
      float s = flush(Math.fma(g * share, g, squares[i] * decay));
      squares[i] = s;
      float ratio = (float) Math.sqrt((moves[i] + epsilon) / (s + epsilon));
      float move = ratio * g;
      moves[i] = flush(Math.fma(move * share, move, moves[i] * decay));
      float u = Math.fma(w[i], factor, move * step);
      w[i] = soft(u, Math.fma(ratio, threshold, ScalarUpdates.TINY));
    }
  }
}

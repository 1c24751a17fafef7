package dev.annette.runtime.kernel;

/**
 * FTRL-proximal (McMahan et al. 2013), with n from 0:
 *
 * <pre>
 *   σ = (√(n + g²) − √n)/η,  z ← z + g − σ·w,  n ← n + g²
 *   w ← −soft(z, t·l1)·η/(β + √n)
 * </pre>
 *
 * <p>The paper minimises a sum over t updates with a constant penalty. The declared objective is a
 * mean, so the penalty counts once for each update: t·l1. And it starts from w = 0, z = 0; here
 * {@link #adopt} gives z the value that leads to the weights there are, so that a network starts
 * where its initializer says. l2 and decoupled decay join the gradient.
 */
public final class FtrlUpdate extends WindowedUpdate {
  /** The only instance; it has no state of its own. */
  public static final FtrlUpdate INSTANCE = new FtrlUpdate();

  private FtrlUpdate() {
    super(2);
  }

  /**
   * Solves the last line of the update before for z, wherever w is not what comes of z: {@code z =
   * −w·(β + √n)/η − sign(w)·(t − 1)·l1}.
   *
   * @param c the numbers of the coming update, the t-th
   */
  public void adopt(float[] w, float[] z, float[] squares, UpdateCoefficients c) {
    float penalty = c.accumulatedL1Before();
    for (int i = 0; i < w.length; i++) {
      float scale = c.firstDecay() + (float) Math.sqrt(squares[i]);
      if (w[i] != weight(z[i], penalty, c.learningRate(), scale)) {
        float threshold = w[i] > 0 ? -penalty : w[i] < 0 ? penalty : 0;
        z[i] = Math.fma(w[i], -scale * c.inverseLearningRate(), threshold);
      }
    }
  }

  private static float weight(float z, float penalty, float rate, float scale) {
    return flush(-soft(z, penalty) * rate / scale);
  }

  @Override
  void run(
      float[] w,
      float[] gradient,
      float[] z,
      float[] squares,
      float[] third,
      int n,
      UpdateCoefficients c) {
    float rate = c.learningRate();
    float inverse = c.inverseLearningRate();
    float beta = c.firstDecay();
    float penalty = c.accumulatedL1();
    float l2 = c.l2() + (1 - c.decayFactor()) * inverse;
    for (int i = 0; i < n; i++) {
      float g = Math.fma(w[i], l2, gradient[i]);
      float root = (float) Math.sqrt(squares[i]);
      float square = flush(Math.fma(g, g, squares[i]));
      squares[i] = square;
      float newRoot = (float) Math.sqrt(square);
      float sigma = (newRoot - root) * inverse;
      float sum = z[i] + Math.fma(w[i], -sigma, g);
      z[i] = sum;
      w[i] = weight(sum, penalty, rate, beta + newRoot);
    }
  }
}

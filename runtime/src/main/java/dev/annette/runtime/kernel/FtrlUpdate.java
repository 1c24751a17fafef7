package dev.annette.runtime.kernel;

/**
 * FTRL-proximal (McMahan et al. 2013), with z and n from 0:
 *
 * <pre>
 *   σ = (√(n + g²) − √n)/η,  z ← z + g − σ·w,  n ← n + g²
 *   w ← −soft(z, t·l1)·η/(β + √n)
 * </pre>
 *
 * <p>The paper minimises a sum over t updates with a constant penalty. The declared objective is a
 * mean, so the penalty counts once for each update: t·l1. And it starts from w = 0; here the first
 * update sets {@code z = −w·β/η} before all else, so that a network starts where its initializer
 * says. l2 and decoupled decay join the gradient.
 */
public final class FtrlUpdate extends WindowedUpdate {
  /** The only instance; it has no state of its own. */
  public static final FtrlUpdate INSTANCE = new FtrlUpdate();

  private FtrlUpdate() {
    super(2);
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
    float start = c.updates() == 1 ? -beta * inverse : 0;
    for (int i = 0; i < n; i++) {
      float g = Math.fma(w[i], l2, gradient[i]);
      float root = (float) Math.sqrt(squares[i]);
      float square = flush(Math.fma(g, g, squares[i]));
      squares[i] = square;
      float newRoot = (float) Math.sqrt(square);
      float sigma = (newRoot - root) * inverse;
      float sum = Math.fma(w[i], start, z[i]) + Math.fma(w[i], -sigma, g);
      z[i] = sum;
      w[i] = flush(-soft(sum, penalty) * rate / (beta + newRoot));
    }
  }
}

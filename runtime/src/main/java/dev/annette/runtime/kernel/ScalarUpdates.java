package dev.annette.runtime.kernel;

/**
 * The updates of parameters, in windows copied to the start of scratch arrays: C2 vectorises a loop
 * only where all its arrays share one index.
 *
 * <p><b>Order.</b> With data gradient g, coupled penalty l2, learning rate η and decay factor f:
 * {@code g ← g + l2·w + l1·sign(w)} (l1 as subgradient only), the optimizer's direction s, then
 * {@code u = f·w - s} and {@code w ← u - clip(u, ±t)}, which is the soft threshold of proximal l1.
 *
 * <p><b>The threshold t</b> makes the fixed points satisfy the KKT conditions of {@code loss +
 * l1·|w|₁}: {@code -g ∈ l1·∂|w|}.
 *
 * <ul>
 *   <li>SGD, {@code s = η·g}: t = η·l1, the proximal gradient method.
 *   <li>RMSProp and Adam, {@code s = η·m/d} with d = √v̂ + ε: t = η·l1/d, the proximal step in the
 *       metric d, since {@code w = soft(w - η·m/d, η·l1/d)} holds exactly when {@code w = soft(w -
 *       m, l1)} does.
 *   <li>Momentum: the penalty enters as an implicit subgradient z ∈ l1·∂|w⁺| at the new weight w⁺,
 *       and joins the velocity as g does. With {@code v' = μ·v + g} and {@code u = f·w - η·v'}, the
 *       step {@code w⁺ = u - η·z} means {@code w⁺ = soft(u, η·l1)}, {@code z = clip(u, ±η·l1)/η}
 *       and {@code v ← v' + z}. So without decay {@code -η·v} is the true displacement w⁺ - w,
 *       after the prox (Ochs et al. 2014). At a fixed point v = 0, hence g + z = 0.
 *   <li>Nesterov, the same with {@code w⁺ = u - η·(1+μ)·z} and {@code u = f·w - η·(g + μ·v')}: t =
 *       η·(1+μ)·l1 and {@code z = clip(u, ±t)/(η·(1+μ))}. At a fixed point v = (g + z)/(1 - μ) and
 *       g + z + μ·v = 0, hence g + z = 0 again.
 * </ul>
 *
 * With l1 = 0 all of them are PyTorch's steps. A threshold on top of a momentum step would not do:
 * there g settles at {@code l1·(1 - μ)}.
 *
 * <p><b>Denormals</b> are slow and carry nothing: weights and states pass {@code a - clip(a,
 * ±1e-30)}, which makes 0 of anything below 1e-30 and leaves anything above 1e-23 as it is.
 */
final class ScalarUpdates {
  private static final float TINY = 1e-30f;
  private static final float SIGN_SCALE = 3e38f;
  private static final int WINDOW = 1024;

  private ScalarUpdates() {}

  private static float clip(float a, float limit) {
    return Math.max(-limit, Math.min(a, limit));
  }

  static void sgd(
      float[] w, int offset, float[] gradient, int count, UpdateCoefficients c, Scratch scratch) {
    float rate = c.learningRate();
    float factor = c.decayFactor();
    float l2 = c.l2();
    float l1 = c.subgradientL1();
    float threshold = Math.max(TINY, c.threshold());
    for (int i = 0; i < count; i++) {
      float weight = w[offset + i];
      float g = Math.fma(l2, weight, gradient[i]);
      g = Math.fma(l1, clip(weight * SIGN_SCALE, 1), g);
      float u = Math.fma(factor, weight, -(rate * g));
      w[offset + i] = u - clip(u, threshold);
    }
  }

  static void momentum(
      float[] w,
      float[] velocity,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients c,
      Scratch scratch) {
    float mu = c.momentum();
    float rate = c.learningRate();
    float inverse = c.inverseLearningRate();
    float factor = c.decayFactor();
    float l2 = c.l2();
    float l1 = c.subgradientL1();
    float threshold = c.threshold();
    for (int i = 0; i < count; i++) {
      float weight = w[offset + i];
      float g = Math.fma(l2, weight, gradient[i]);
      g = Math.fma(l1, clip(weight * SIGN_SCALE, 1), g);
      float v = Math.fma(mu, velocity[offset + i], g);
      float u = Math.fma(factor, weight, -(rate * v));
      float shift = clip(u, threshold);
      v = Math.fma(shift, inverse, v);
      u -= shift;
      velocity[offset + i] = v - clip(v, TINY);
      w[offset + i] = u - clip(u, TINY);
    }
  }

  static void nesterov(
      float[] w,
      float[] velocity,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients c,
      Scratch scratch) {
    float mu = c.momentum();
    float rate = c.learningRate();
    float inverse = c.inverseLearningRate() / (1 + mu);
    float factor = c.decayFactor();
    float l2 = c.l2();
    float l1 = c.subgradientL1();
    float threshold = c.threshold() * (1 + mu);
    for (int i = 0; i < count; i++) {
      float weight = w[offset + i];
      float g = Math.fma(l2, weight, gradient[i]);
      g = Math.fma(l1, clip(weight * SIGN_SCALE, 1), g);
      float v = Math.fma(mu, velocity[offset + i], g);
      float u = Math.fma(factor, weight, -(rate * Math.fma(mu, v, g)));
      float shift = clip(u, threshold);
      v = Math.fma(shift, inverse, v);
      u -= shift;
      velocity[offset + i] = v - clip(v, TINY);
      w[offset + i] = u - clip(u, TINY);
    }
  }

  static void rmsProp(
      float[] w,
      float[] square,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients c,
      Scratch scratch) {
    float decay = c.secondDecay();
    float share = c.secondShare();
    float epsilon = c.epsilon();
    float rate = c.learningRate();
    float factor = c.decayFactor();
    float l2 = c.l2();
    float l1 = c.subgradientL1();
    float threshold = c.threshold();
    for (int i = 0; i < count; i++) {
      float weight = w[offset + i];
      float g = Math.fma(l2, weight, gradient[i]);
      g = Math.fma(l1, clip(weight * SIGN_SCALE, 1), g);
      float s = Math.fma(share * g, g, decay * square[offset + i]);
      s -= Math.min(s, TINY);
      square[offset + i] = s;
      float d = (float) Math.sqrt(s) + epsilon;
      float u = Math.fma(factor, weight, -(rate * g / d));
      w[offset + i] = u - clip(u, Math.max(TINY, threshold / d));
    }
  }

  static void adam(
      float[] w,
      float[] first,
      float[] second,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients c,
      Scratch scratch) {
    float firstDecay = c.firstDecay();
    float firstShare = c.firstShare();
    float decay = c.secondDecay();
    float share = c.secondShare();
    float epsilon = c.epsilon();
    float rootCorrection = c.rootCorrection();
    float rate = c.correctedLearningRate();
    float factor = c.decayFactor();
    float l2 = c.l2();
    float l1 = c.subgradientL1();
    float threshold = c.threshold();
    for (int i = 0; i < count; i++) {
      float weight = w[offset + i];
      float g = Math.fma(l2, weight, gradient[i]);
      g = Math.fma(l1, clip(weight * SIGN_SCALE, 1), g);
      float m = Math.fma(firstShare, g, firstDecay * first[offset + i]);
      m -= clip(m, TINY);
      float s = Math.fma(share * g, g, decay * second[offset + i]);
      s -= Math.min(s, TINY);
      first[offset + i] = m;
      second[offset + i] = s;
      float d = Math.fma((float) Math.sqrt(s), rootCorrection, epsilon);
      float u = Math.fma(factor, weight, -(rate * m / d));
      w[offset + i] = u - clip(u, Math.max(TINY, threshold / d));
    }
  }
}

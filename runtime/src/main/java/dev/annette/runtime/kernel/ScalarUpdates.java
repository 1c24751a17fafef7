package dev.annette.runtime.kernel;

/**
 * The updates of parameters.
 *
 * <p><b>Order.</b> With data gradient g, coupled penalty l2, learning rate η and decay factor f:
 * {@code g ← g + l2·w + l1·sign(w)} (l1 here only as a subgradient), the optimizer's step s, then
 * {@code u = f·w - s} and {@code w ← soft(u, t)}, the soft threshold of proximal l1.
 *
 * <p><b>The threshold t</b> is such that the fixed points satisfy the KKT conditions of {@code loss
 * + l1·|w|₁}, {@code -g ∈ l1·∂|w|}:
 *
 * <ul>
 *   <li>SGD, {@code s = η·g}: t = η·l1, the proximal gradient method (Parikh and Boyd 2014, §4.2).
 *   <li>RMSProp and Adam, {@code s = η·m/d} with d = √v̂ + ε: t = η·l1/d, the proximal step in the
 *       metric d, because {@code w = soft(w - η·m/d, η·l1/d)} holds exactly where {@code -m ∈
 *       l1·∂|w|} does.
 *   <li>Momentum: the penalty enters as an implicit subgradient z ∈ l1·∂|w⁺| at the new weight w⁺,
 *       and joins the velocity as g does. With {@code v' = μ·v + g} and {@code u = f·w - η·v'}, the
 *       step {@code w⁺ = u - η·z} means {@code w⁺ = soft(u, η·l1)}, {@code z = (u - w⁺)/η} and
 *       {@code v ← v' + z}. Without decay {@code -η·v} is thus the displacement {@code w⁺ - w},
 *       after the threshold, as in the inertial proximal method of Ochs et al. (2014). At a fixed
 *       point v = 0, hence g + z = 0.
 *   <li>Nesterov: the same with {@code u = f·w - η·(g + μ·v')} and {@code w⁺ = u - η·(1 + μ)·z}, so
 *       t = η·(1 + μ)·l1 and {@code z = (u - w⁺)/(η·(1 + μ))}. At a fixed point v = (g + z)/(1 - μ)
 *       and g + z + μ·v = 0, hence g + z = 0 again.
 * </ul>
 *
 * <p>Where l1 is 0 these are PyTorch's steps. The plain threshold η·l1 on top of a momentum step
 * would minimise another objective: there g settles at {@code l1·(1 - μ)}.
 *
 * <p><b>Denormal numbers</b> are slow and carry nothing: weights and states pass {@code soft(a,
 * 1e-30)}, which makes 0 of anything up to 1e-30 and leaves anything above 1e-23 as it is.
 *
 * <p><b>Form.</b> C2 vectorises a loop only if all its arrays share one index, so windows of the
 * arrays are copied to the start of scratch arrays and back. It does not vectorise choices, nor (in
 * JDK 17) minimum and maximum once these look predictable; the soft threshold is therefore {@code
 * ½·((p + |p|) + (q - |q|))} with p = u - t and q = u + t, where one of the two sums is 0 and the
 * other exact. A gradient is {@code [from, from + count)} of its array and may be overwritten;
 * weights and states are {@code [offset, offset + count)} of theirs.
 */
public final class ScalarUpdates {
  /** Numbers up to this size become 0. */
  public static final float TINY = 1e-30f;

  private static final int WINDOW = 1024;
  private static final int WEIGHTS = Scratch.UPDATE;
  private static final int GRADIENT = Scratch.UPDATE + 1;
  private static final int FIRST = Scratch.UPDATE + 2;
  private static final int SECOND = Scratch.UPDATE + 3;

  private ScalarUpdates() {}

  /** Returns u moved towards 0 by a threshold, or 0 within it. */
  static float soft(float u, float threshold) {
    float p = u - threshold;
    float q = u + threshold;
    return 0.5f * ((p + Math.abs(p)) + (q - Math.abs(q)));
  }

  /** Adds the subgradient of l1, {@code l1·sign(w)}, to the gradient, in place. */
  public static void addSubgradient(
      float[] w, int offset, float[] gradient, int from, int count, UpdateCoefficients c) {
    float l1 = c.subgradientL1();
    if (l1 == 0) {
      return;
    }
    for (int i = 0; i < count; i++) {
      gradient[from + i] += l1 * Math.signum(w[offset + i]);
    }
  }

  /** Updates weights by gradient descent, as {@link Kernels#sgd}. */
  public static void sgd(
      float[] w,
      int offset,
      float[] gradient,
      int from,
      int count,
      UpdateCoefficients c,
      Scratch scratch) {
    addSubgradient(w, offset, gradient, from, count, c);
    float[] weights = scratch.floats(WEIGHTS, WINDOW);
    float[] gradients = scratch.floats(GRADIENT, WINDOW);
    for (int done = 0; done < count; done += WINDOW) {
      int n = Math.min(WINDOW, count - done);
      System.arraycopy(w, offset + done, weights, 0, n);
      System.arraycopy(gradient, from + done, gradients, 0, n);
      sgd(weights, gradients, n, c);
      System.arraycopy(weights, 0, w, offset + done, n);
    }
  }

  private static void sgd(float[] w, float[] gradient, int count, UpdateCoefficients c) {
    float step = -c.learningRate();
    float factor = c.decayFactor();
    float l2 = c.l2();
    float threshold = c.threshold() + TINY;
    for (int i = 0; i < count; i++) {
      float weight = w[i];
      float g = Math.fma(weight, l2, gradient[i]);
      float u = Math.fma(weight, factor, g * step);
      w[i] = soft(u, threshold);
    }
  }

  /**
   * Updates weights by gradient descent with momentum, as {@link Kernels#momentum} and {@link
   * Kernels#nesterov}.
   */
  public static void momentum(
      float[] w,
      float[] velocity,
      int offset,
      float[] gradient,
      int from,
      int count,
      boolean nesterov,
      UpdateCoefficients c,
      Scratch scratch) {
    addSubgradient(w, offset, gradient, from, count, c);
    float[] weights = scratch.floats(WEIGHTS, WINDOW);
    float[] gradients = scratch.floats(GRADIENT, WINDOW);
    float[] velocities = scratch.floats(FIRST, WINDOW);
    for (int done = 0; done < count; done += WINDOW) {
      int n = Math.min(WINDOW, count - done);
      System.arraycopy(w, offset + done, weights, 0, n);
      System.arraycopy(gradient, from + done, gradients, 0, n);
      System.arraycopy(velocity, offset + done, velocities, 0, n);
      if (c.threshold() == 0) {
        momentum(weights, velocities, gradients, n, nesterov, c);
      } else {
        proximalMomentum(weights, velocities, gradients, n, nesterov, c);
      }
      System.arraycopy(weights, 0, w, offset + done, n);
      System.arraycopy(velocities, 0, velocity, offset + done, n);
    }
  }

  /** The step is {@code η·(ahead·v' + now·g)}: v' alone, or Nesterov's μ·v' + g. */
  private static void momentum(
      float[] w,
      float[] velocity,
      float[] gradient,
      int count,
      boolean nesterov,
      UpdateCoefficients c) {
    float mu = c.momentum();
    float ahead = nesterov ? mu : 1;
    float now = nesterov ? 1 : 0;
    float step = -c.learningRate();
    float factor = c.decayFactor();
    float l2 = c.l2();
    for (int i = 0; i < count; i++) {
      float weight = w[i];
      float g = Math.fma(weight, l2, gradient[i]);
      float v = Math.fma(velocity[i], mu, g);
      float u = Math.fma(weight, factor, Math.fma(v, ahead, g * now) * step);
      velocity[i] = soft(v, TINY);
      w[i] = soft(u, TINY);
    }
  }

  /**
   * The same with a threshold. What joins the velocity is {@code ±t} beyond the threshold and u
   * within it, from the sign of the new weight (0 within): {@code u - w⁺} is the same number but
   * for the rounding of w⁺, which a velocity would sum up.
   */
  private static void proximalMomentum(
      float[] w,
      float[] velocity,
      float[] gradient,
      int count,
      boolean nesterov,
      UpdateCoefficients c) {
    float mu = c.momentum();
    float ahead = nesterov ? mu : 1;
    float now = nesterov ? 1 : 0;
    float step = -c.learningRate();
    float threshold = c.threshold() * c.momentumReach(nesterov);
    float inverse = c.inverseLearningRate() / c.momentumReach(nesterov);
    float factor = c.decayFactor();
    float l2 = c.l2();
    for (int i = 0; i < count; i++) {
      float weight = w[i];
      float g = Math.fma(weight, l2, gradient[i]);
      float v = Math.fma(velocity[i], mu, g);
      float u = Math.fma(weight, factor, Math.fma(v, ahead, g * now) * step);
      float next = soft(u, threshold + TINY);
      float sign = next / (Math.abs(next) + TINY);
      float pull = Math.fma(u, 1 - Math.abs(sign), sign * threshold);
      velocity[i] = soft(Math.fma(pull, inverse, v), TINY);
      w[i] = next;
    }
  }

  /** Updates weights by RMSProp, as {@link Kernels#rmsProp}. */
  public static void rmsProp(
      float[] w,
      float[] square,
      int offset,
      float[] gradient,
      int from,
      int count,
      UpdateCoefficients c,
      Scratch scratch) {
    addSubgradient(w, offset, gradient, from, count, c);
    float[] weights = scratch.floats(WEIGHTS, WINDOW);
    float[] gradients = scratch.floats(GRADIENT, WINDOW);
    float[] squares = scratch.floats(SECOND, WINDOW);
    for (int done = 0; done < count; done += WINDOW) {
      int n = Math.min(WINDOW, count - done);
      System.arraycopy(w, offset + done, weights, 0, n);
      System.arraycopy(gradient, from + done, gradients, 0, n);
      System.arraycopy(square, offset + done, squares, 0, n);
      rmsProp(weights, squares, gradients, n, c);
      System.arraycopy(weights, 0, w, offset + done, n);
      System.arraycopy(squares, 0, square, offset + done, n);
    }
  }

  private static void rmsProp(
      float[] w, float[] square, float[] gradient, int count, UpdateCoefficients c) {
    float decay = c.secondDecay();
    float share = c.secondShare();
    float epsilon = c.epsilon();
    float step = -c.learningRate();
    float factor = c.decayFactor();
    float l2 = c.l2();
    float threshold = c.threshold();
    for (int i = 0; i < count; i++) {
      float weight = w[i];
      float g = Math.fma(weight, l2, gradient[i]);
      float s = Math.fma(g * share, g, square[i] * decay);
      s = soft(s, TINY);
      square[i] = s;
      float inverse = 1 / ((float) Math.sqrt(s) + epsilon);
      float u = Math.fma(weight, factor, g * step * inverse);
      w[i] = soft(u, Math.fma(inverse, threshold, TINY));
    }
  }

  /** Updates weights by Adam, as {@link Kernels#adam}. */
  public static void adam(
      float[] w,
      float[] first,
      float[] second,
      int offset,
      float[] gradient,
      int from,
      int count,
      UpdateCoefficients c,
      Scratch scratch) {
    addSubgradient(w, offset, gradient, from, count, c);
    float[] weights = scratch.floats(WEIGHTS, WINDOW);
    float[] gradients = scratch.floats(GRADIENT, WINDOW);
    float[] means = scratch.floats(FIRST, WINDOW);
    float[] squares = scratch.floats(SECOND, WINDOW);
    for (int done = 0; done < count; done += WINDOW) {
      int n = Math.min(WINDOW, count - done);
      System.arraycopy(w, offset + done, weights, 0, n);
      System.arraycopy(gradient, from + done, gradients, 0, n);
      System.arraycopy(first, offset + done, means, 0, n);
      System.arraycopy(second, offset + done, squares, 0, n);
      adam(weights, means, squares, gradients, n, c);
      System.arraycopy(weights, 0, w, offset + done, n);
      System.arraycopy(means, 0, first, offset + done, n);
      System.arraycopy(squares, 0, second, offset + done, n);
    }
  }

  /** Two loops: C2 leaves a single one of this length unvectorised. */
  private static void adam(
      float[] w, float[] first, float[] second, float[] gradient, int count, UpdateCoefficients c) {
    averages(w, first, second, gradient, count, c);
    float epsilon = c.epsilon();
    float rootCorrection = c.rootCorrection();
    float step = -c.correctedLearningRate();
    float factor = c.decayFactor();
    float threshold = c.threshold();
    for (int i = 0; i < count; i++) {
      float inverse = 1 / Math.fma((float) Math.sqrt(second[i]), rootCorrection, epsilon);
      float u = Math.fma(w[i], factor, first[i] * step * inverse);
      w[i] = soft(u, Math.fma(inverse, threshold, TINY));
    }
  }

  private static void averages(
      float[] w, float[] first, float[] second, float[] gradient, int count, UpdateCoefficients c) {
    float firstDecay = c.firstDecay();
    float firstShare = c.firstShare();
    float decay = c.secondDecay();
    float share = c.secondShare();
    float l2 = c.l2();
    for (int i = 0; i < count; i++) {
      float g = Math.fma(w[i], l2, gradient[i]);
      first[i] = soft(Math.fma(g, firstShare, first[i] * firstDecay), TINY);
      second[i] = soft(Math.fma(g * share, g, second[i] * decay), TINY);
    }
  }
}

package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.ScalarUpdates;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Gradient descent with and without momentum, a vector of weights at a time, by the very operations
 * of {@link ScalarUpdates}, which says what they are and does the rest below a whole vector.
 */
final class VectorDescent {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;
  private static final float TINY = ScalarUpdates.TINY;
  private static final float SIGN_SCALE = ScalarUpdates.SIGN_SCALE;

  private VectorDescent() {}

  static void sgd(
      float[] w, int offset, float[] gradient, int count, UpdateCoefficients c, Scratch scratch) {
    FloatVector step = FloatVector.broadcast(SPECIES, -c.learningRate());
    FloatVector l2 = FloatVector.broadcast(SPECIES, c.l2());
    FloatVector l1 = FloatVector.broadcast(SPECIES, c.subgradientL1());
    FloatVector factor = FloatVector.broadcast(SPECIES, c.decayFactor());
    FloatVector threshold = FloatVector.broadcast(SPECIES, Math.max(TINY, c.threshold()));
    FloatVector minusThreshold = threshold.neg();
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    FloatVector minusOne = FloatVector.broadcast(SPECIES, -1f);
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      FloatVector weight = FloatVector.fromArray(SPECIES, w, offset + i);
      FloatVector g = weight.fma(l2, FloatVector.fromArray(SPECIES, gradient, i));
      g = weight.mul(SIGN_SCALE).min(one).max(minusOne).fma(l1, g);
      FloatVector u = weight.fma(factor, g.mul(step));
      u.sub(u.min(threshold).max(minusThreshold)).intoArray(w, offset + i);
    }
    ScalarUpdates.sgd(w, offset + i, gradient, i, count - i, c, scratch);
  }

  static void momentum(
      float[] w,
      float[] velocity,
      int offset,
      float[] gradient,
      int count,
      boolean nesterov,
      UpdateCoefficients c,
      Scratch scratch) {
    float reach = c.momentumReach(nesterov);
    FloatVector mu = FloatVector.broadcast(SPECIES, c.momentum());
    FloatVector ahead = FloatVector.broadcast(SPECIES, nesterov ? c.momentum() : 1f);
    FloatVector now = FloatVector.broadcast(SPECIES, nesterov ? 1f : 0f);
    FloatVector step = FloatVector.broadcast(SPECIES, -c.learningRate());
    FloatVector l2 = FloatVector.broadcast(SPECIES, c.l2());
    FloatVector l1 = FloatVector.broadcast(SPECIES, c.subgradientL1());
    FloatVector factor = FloatVector.broadcast(SPECIES, c.decayFactor());
    FloatVector threshold = FloatVector.broadcast(SPECIES, c.threshold() * reach);
    FloatVector minusThreshold = threshold.neg();
    FloatVector inverse = FloatVector.broadcast(SPECIES, c.inverseLearningRate() / reach);
    FloatVector tiny = FloatVector.broadcast(SPECIES, TINY);
    FloatVector minusTiny = tiny.neg();
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    FloatVector minusOne = FloatVector.broadcast(SPECIES, -1f);
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      FloatVector weight = FloatVector.fromArray(SPECIES, w, offset + i);
      FloatVector g = weight.fma(l2, FloatVector.fromArray(SPECIES, gradient, i));
      g = weight.mul(SIGN_SCALE).min(one).max(minusOne).fma(l1, g);
      FloatVector v = FloatVector.fromArray(SPECIES, velocity, offset + i).fma(mu, g);
      FloatVector u = weight.fma(factor, v.fma(ahead, g.mul(now)).mul(step));
      FloatVector shift = u.min(threshold).max(minusThreshold);
      v = shift.fma(inverse, v);
      u = u.sub(shift);
      v.sub(v.min(tiny).max(minusTiny)).intoArray(velocity, offset + i);
      u.sub(u.min(tiny).max(minusTiny)).intoArray(w, offset + i);
    }
    ScalarUpdates.momentum(w, velocity, offset + i, gradient, i, count - i, nesterov, c, scratch);
  }
}

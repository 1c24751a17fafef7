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

  private VectorDescent() {}

  static void sgd(
      float[] w, int offset, float[] gradient, int count, UpdateCoefficients c, Scratch scratch) {
    int whole = SPECIES.loopBound(count);
    ScalarUpdates.addSubgradient(w, offset, gradient, 0, whole, c);
    FloatVector step = FloatVector.broadcast(SPECIES, -c.learningRate());
    FloatVector l2 = FloatVector.broadcast(SPECIES, c.l2());
    FloatVector factor = FloatVector.broadcast(SPECIES, c.decayFactor());
    FloatVector threshold = FloatVector.broadcast(SPECIES, c.threshold() + TINY);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector weight = FloatVector.fromArray(SPECIES, w, offset + i);
      FloatVector g = weight.fma(l2, FloatVector.fromArray(SPECIES, gradient, i));
      FloatVector u = weight.fma(factor, g.mul(step));
      FloatVector p = u.sub(threshold);
      FloatVector q = u.add(threshold);
      u = p.add(p.abs()).add(q.sub(q.abs())).mul(0.5f);
      u.intoArray(w, offset + i);
    }
    ScalarUpdates.sgd(w, offset + whole, gradient, whole, count - whole, c, scratch);
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
    int whole = SPECIES.loopBound(count);
    ScalarUpdates.addSubgradient(w, offset, gradient, 0, whole, c);
    if (c.threshold() == 0) {
      momentum(w, velocity, offset, gradient, whole, nesterov, c);
    } else {
      proximalMomentum(w, velocity, offset, gradient, whole, nesterov, c);
    }
    ScalarUpdates.momentum(
        w, velocity, offset + whole, gradient, whole, count - whole, nesterov, c, scratch);
  }

  private static void momentum(
      float[] w,
      float[] velocity,
      int offset,
      float[] gradient,
      int whole,
      boolean nesterov,
      UpdateCoefficients c) {
    FloatVector mu = FloatVector.broadcast(SPECIES, c.momentum());
    FloatVector ahead = FloatVector.broadcast(SPECIES, nesterov ? c.momentum() : 1f);
    FloatVector now = FloatVector.broadcast(SPECIES, nesterov ? 1f : 0f);
    FloatVector step = FloatVector.broadcast(SPECIES, -c.learningRate());
    FloatVector l2 = FloatVector.broadcast(SPECIES, c.l2());
    FloatVector factor = FloatVector.broadcast(SPECIES, c.decayFactor());
    FloatVector tiny = FloatVector.broadcast(SPECIES, TINY);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector weight = FloatVector.fromArray(SPECIES, w, offset + i);
      FloatVector g = weight.fma(l2, FloatVector.fromArray(SPECIES, gradient, i));
      FloatVector v = FloatVector.fromArray(SPECIES, velocity, offset + i).fma(mu, g);
      FloatVector u = weight.fma(factor, v.fma(ahead, g.mul(now)).mul(step));
      FloatVector p = u.sub(tiny);
      FloatVector q = u.add(tiny);
      p.add(p.abs()).add(q.sub(q.abs())).mul(0.5f).intoArray(w, offset + i);
      p = v.sub(tiny);
      q = v.add(tiny);
      p.add(p.abs()).add(q.sub(q.abs())).mul(0.5f).intoArray(velocity, offset + i);
    }
  }

  private static void proximalMomentum(
      float[] w,
      float[] velocity,
      int offset,
      float[] gradient,
      int whole,
      boolean nesterov,
      UpdateCoefficients c) {
    float reach = c.momentumReach(nesterov);
    FloatVector mu = FloatVector.broadcast(SPECIES, c.momentum());
    FloatVector ahead = FloatVector.broadcast(SPECIES, nesterov ? c.momentum() : 1f);
    FloatVector now = FloatVector.broadcast(SPECIES, nesterov ? 1f : 0f);
    FloatVector step = FloatVector.broadcast(SPECIES, -c.learningRate());
    FloatVector l2 = FloatVector.broadcast(SPECIES, c.l2());
    FloatVector factor = FloatVector.broadcast(SPECIES, c.decayFactor());
    FloatVector pulled = FloatVector.broadcast(SPECIES, c.threshold() * reach);
    FloatVector threshold = FloatVector.broadcast(SPECIES, c.threshold() * reach + TINY);
    FloatVector inverse = FloatVector.broadcast(SPECIES, c.inverseLearningRate() / reach);
    FloatVector tiny = FloatVector.broadcast(SPECIES, TINY);
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector weight = FloatVector.fromArray(SPECIES, w, offset + i);
      FloatVector g = weight.fma(l2, FloatVector.fromArray(SPECIES, gradient, i));
      FloatVector v = FloatVector.fromArray(SPECIES, velocity, offset + i).fma(mu, g);
      FloatVector u = weight.fma(factor, v.fma(ahead, g.mul(now)).mul(step));
      FloatVector p = u.sub(threshold);
      FloatVector q = u.add(threshold);
      FloatVector next = p.add(p.abs()).add(q.sub(q.abs())).mul(0.5f);
      next.intoArray(w, offset + i);
      FloatVector sign = next.div(next.abs().add(tiny));
      v = u.fma(one.sub(sign.abs()), sign.mul(pulled)).fma(inverse, v);
      p = v.sub(tiny);
      q = v.add(tiny);
      p.add(p.abs()).add(q.sub(q.abs())).mul(0.5f).intoArray(velocity, offset + i);
    }
  }
}

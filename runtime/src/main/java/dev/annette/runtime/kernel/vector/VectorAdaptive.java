package dev.annette.runtime.kernel.vector;

import dev.annette.runtime.kernel.ScalarUpdates;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * RMSProp and Adam, a vector of weights at a time, by the very operations of {@link ScalarUpdates},
 * which says what they are and does the rest below a whole vector.
 */
final class VectorAdaptive {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;
  private static final float TINY = ScalarUpdates.TINY;
  private static final float SIGN_SCALE = ScalarUpdates.SIGN_SCALE;

  private VectorAdaptive() {}

  static void rmsProp(
      float[] w,
      float[] square,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients c,
      Scratch scratch) {
    FloatVector decay = FloatVector.broadcast(SPECIES, c.secondDecay());
    FloatVector share = FloatVector.broadcast(SPECIES, c.secondShare());
    FloatVector epsilon = FloatVector.broadcast(SPECIES, c.epsilon());
    FloatVector step = FloatVector.broadcast(SPECIES, -c.learningRate());
    FloatVector l2 = FloatVector.broadcast(SPECIES, c.l2());
    FloatVector l1 = FloatVector.broadcast(SPECIES, c.subgradientL1());
    FloatVector factor = FloatVector.broadcast(SPECIES, c.decayFactor());
    FloatVector threshold = FloatVector.broadcast(SPECIES, c.threshold());
    FloatVector tiny = FloatVector.broadcast(SPECIES, TINY);
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    FloatVector minusOne = FloatVector.broadcast(SPECIES, -1f);
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      FloatVector weight = FloatVector.fromArray(SPECIES, w, offset + i);
      FloatVector g = weight.fma(l2, FloatVector.fromArray(SPECIES, gradient, i));
      g = weight.mul(SIGN_SCALE).min(one).max(minusOne).fma(l1, g);
      FloatVector s = FloatVector.fromArray(SPECIES, square, offset + i).mul(decay);
      s = g.mul(share).fma(g, s);
      s = s.sub(s.min(tiny));
      s.intoArray(square, offset + i);
      FloatVector inverse = one.div(s.sqrt().add(epsilon));
      FloatVector u = weight.fma(factor, g.mul(step).mul(inverse));
      FloatVector limit = inverse.mul(threshold).max(tiny);
      u.sub(u.min(limit).max(limit.neg())).intoArray(w, offset + i);
    }
    ScalarUpdates.rmsProp(w, square, offset + i, gradient, i, count - i, c, scratch);
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
    FloatVector firstDecay = FloatVector.broadcast(SPECIES, c.firstDecay());
    FloatVector firstShare = FloatVector.broadcast(SPECIES, c.firstShare());
    FloatVector decay = FloatVector.broadcast(SPECIES, c.secondDecay());
    FloatVector share = FloatVector.broadcast(SPECIES, c.secondShare());
    FloatVector epsilon = FloatVector.broadcast(SPECIES, c.epsilon());
    FloatVector rootCorrection = FloatVector.broadcast(SPECIES, c.rootCorrection());
    FloatVector step = FloatVector.broadcast(SPECIES, -c.correctedLearningRate());
    FloatVector l2 = FloatVector.broadcast(SPECIES, c.l2());
    FloatVector l1 = FloatVector.broadcast(SPECIES, c.subgradientL1());
    FloatVector factor = FloatVector.broadcast(SPECIES, c.decayFactor());
    FloatVector threshold = FloatVector.broadcast(SPECIES, c.threshold());
    FloatVector tiny = FloatVector.broadcast(SPECIES, TINY);
    FloatVector minusTiny = tiny.neg();
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    FloatVector minusOne = FloatVector.broadcast(SPECIES, -1f);
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      FloatVector weight = FloatVector.fromArray(SPECIES, w, offset + i);
      FloatVector g = weight.fma(l2, FloatVector.fromArray(SPECIES, gradient, i));
      g = weight.mul(SIGN_SCALE).min(one).max(minusOne).fma(l1, g);
      FloatVector m = FloatVector.fromArray(SPECIES, first, offset + i).mul(firstDecay);
      m = g.fma(firstShare, m);
      m = m.sub(m.min(tiny).max(minusTiny));
      m.intoArray(first, offset + i);
      FloatVector s = FloatVector.fromArray(SPECIES, second, offset + i).mul(decay);
      s = g.mul(share).fma(g, s);
      s = s.sub(s.min(tiny));
      s.intoArray(second, offset + i);
      FloatVector inverse = one.div(s.sqrt().fma(rootCorrection, epsilon));
      FloatVector u = weight.fma(factor, m.mul(step).mul(inverse));
      FloatVector limit = inverse.mul(threshold).max(tiny);
      u.sub(u.min(limit).max(limit.neg())).intoArray(w, offset + i);
    }
    ScalarUpdates.adam(w, first, second, offset + i, gradient, i, count - i, c, scratch);
  }
}

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

  private VectorAdaptive() {}

  static void rmsProp(
      float[] w,
      float[] square,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients c,
      Scratch scratch) {
    int whole = SPECIES.loopBound(count);
    ScalarUpdates.addSubgradient(w, offset, gradient, 0, whole, c);
    FloatVector decay = FloatVector.broadcast(SPECIES, c.secondDecay());
    FloatVector share = FloatVector.broadcast(SPECIES, c.secondShare());
    FloatVector epsilon = FloatVector.broadcast(SPECIES, c.epsilon());
    FloatVector step = FloatVector.broadcast(SPECIES, -c.learningRate());
    FloatVector l2 = FloatVector.broadcast(SPECIES, c.l2());
    FloatVector factor = FloatVector.broadcast(SPECIES, c.decayFactor());
    FloatVector threshold = FloatVector.broadcast(SPECIES, c.threshold());
    FloatVector tiny = FloatVector.broadcast(SPECIES, TINY);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector weight = FloatVector.fromArray(SPECIES, w, offset + i);
      FloatVector g = weight.fma(l2, FloatVector.fromArray(SPECIES, gradient, i));
      FloatVector s = FloatVector.fromArray(SPECIES, square, offset + i).mul(decay);
      s = g.mul(share).fma(g, s);
      FloatVector p = s.sub(tiny);
      FloatVector q = s.add(tiny);
      s = p.add(p.abs()).add(q.sub(q.abs())).mul(0.5f);
      s.intoArray(square, offset + i);
      FloatVector inverse = FloatVector.broadcast(SPECIES, 1f).div(s.sqrt().add(epsilon));
      FloatVector u = weight.fma(factor, g.mul(step).mul(inverse));
      FloatVector limit = inverse.fma(threshold, tiny);
      p = u.sub(limit);
      q = u.add(limit);
      u = p.add(p.abs()).add(q.sub(q.abs())).mul(0.5f);
      u.intoArray(w, offset + i);
    }
    ScalarUpdates.rmsProp(w, square, offset + whole, gradient, whole, count - whole, c, scratch);
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
    int whole = SPECIES.loopBound(count);
    ScalarUpdates.addSubgradient(w, offset, gradient, 0, whole, c);
    FloatVector firstDecay = FloatVector.broadcast(SPECIES, c.firstDecay());
    FloatVector firstShare = FloatVector.broadcast(SPECIES, c.firstShare());
    FloatVector decay = FloatVector.broadcast(SPECIES, c.secondDecay());
    FloatVector share = FloatVector.broadcast(SPECIES, c.secondShare());
    FloatVector epsilon = FloatVector.broadcast(SPECIES, c.epsilon());
    FloatVector rootCorrection = FloatVector.broadcast(SPECIES, c.rootCorrection());
    FloatVector step = FloatVector.broadcast(SPECIES, -c.correctedLearningRate());
    FloatVector l2 = FloatVector.broadcast(SPECIES, c.l2());
    FloatVector factor = FloatVector.broadcast(SPECIES, c.decayFactor());
    FloatVector threshold = FloatVector.broadcast(SPECIES, c.threshold());
    FloatVector tiny = FloatVector.broadcast(SPECIES, TINY);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector weight = FloatVector.fromArray(SPECIES, w, offset + i);
      FloatVector g = weight.fma(l2, FloatVector.fromArray(SPECIES, gradient, i));
      FloatVector m = FloatVector.fromArray(SPECIES, first, offset + i).mul(firstDecay);
      m = g.fma(firstShare, m);
      FloatVector p = m.sub(tiny);
      FloatVector q = m.add(tiny);
      m = p.add(p.abs()).add(q.sub(q.abs())).mul(0.5f);
      m.intoArray(first, offset + i);
      FloatVector s = FloatVector.fromArray(SPECIES, second, offset + i).mul(decay);
      s = g.mul(share).fma(g, s);
      p = s.sub(tiny);
      q = s.add(tiny);
      s = p.add(p.abs()).add(q.sub(q.abs())).mul(0.5f);
      s.intoArray(second, offset + i);
      FloatVector inverse =
          FloatVector.broadcast(SPECIES, 1f).div(s.sqrt().fma(rootCorrection, epsilon));
      FloatVector u = weight.fma(factor, m.mul(step).mul(inverse));
      FloatVector limit = inverse.fma(threshold, tiny);
      p = u.sub(limit);
      q = u.add(limit);
      u = p.add(p.abs()).add(q.sub(q.abs())).mul(0.5f);
      u.intoArray(w, offset + i);
    }
    ScalarUpdates.adam(
        w, first, second, offset + whole, gradient, whole, count - whole, c, scratch);
  }
}

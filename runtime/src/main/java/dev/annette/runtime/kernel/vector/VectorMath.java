package dev.annette.runtime.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;

import dev.annette.runtime.kernel.FloatMath;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The exponential and the hyperbolic tangent of {@link FloatMath} over arrays: operation by
 * operation the same, so the bits are the same.
 */
final class VectorMath {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;
  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = 0.693359375f;
  private static final float LN2_LOW = -2.12194440e-4f;
  private static final float ROUND = 12582912f;
  private static final int ROUND_BITS = 0x4B400000;
  private static final int SIGN = 0x80000000;

  private VectorMath() {}

  static void exp(float[] x, int xFrom, float[] y, int yFrom, int count) {
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      FloatVector bounded = FloatVector.fromArray(SPECIES, x, xFrom + i).max(-104f).min(89f);
      FloatVector round = FloatVector.broadcast(SPECIES, ROUND);
      FloatVector shifted = bounded.fma(FloatVector.broadcast(SPECIES, LOG2_E), round);
      FloatVector n = shifted.sub(round);
      FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), bounded);
      r = n.fma(FloatVector.broadcast(SPECIES, -LN2_LOW), r);
      FloatVector p = FloatVector.broadcast(SPECIES, 0.00019891017f);
      p = p.fma(r, FloatVector.broadcast(SPECIES, 0.0013933674f));
      p = p.fma(r, FloatVector.broadcast(SPECIES, 0.0083333105f));
      p = p.fma(r, FloatVector.broadcast(SPECIES, 0.041666463f));
      p = p.fma(r, FloatVector.broadcast(SPECIES, 0.16666667f));
      p = p.fma(r, FloatVector.broadcast(SPECIES, 0.5f));
      FloatVector power = r.mul(r).fma(p, r).add(1f);
      IntVector exponent = shifted.reinterpretAsInts().sub(ROUND_BITS);
      IntVector half = exponent.lanewise(ASHR, 1);
      IntVector rest = exponent.sub(half);
      power
          .mul(half.add(127).lanewise(LSHL, 23).reinterpretAsFloats())
          .mul(rest.add(127).lanewise(LSHL, 23).reinterpretAsFloats())
          .intoArray(y, yFrom + i);
    }
    for (; i < count; i++) {
      y[yFrom + i] = FloatMath.exp(x[xFrom + i]);
    }
  }

  /** Leaves out the bounds of {@link FloatMath#expm1}: 2·min(|x|, 10) is inside them. */
  static void tanh(float[] x, int xFrom, float[] y, int yFrom, int count) {
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      FloatVector value = FloatVector.fromArray(SPECIES, x, xFrom + i);
      FloatVector size = value.reinterpretAsInts().and(~SIGN).reinterpretAsFloats();
      FloatVector bounded = size.min(10f).mul(2f);
      FloatVector round = FloatVector.broadcast(SPECIES, ROUND);
      FloatVector shifted = bounded.fma(FloatVector.broadcast(SPECIES, LOG2_E), round);
      FloatVector n = shifted.sub(round);
      FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), bounded);
      r = n.fma(FloatVector.broadcast(SPECIES, -LN2_LOW), r);
      FloatVector p = FloatVector.broadcast(SPECIES, 0.00019891017f);
      p = p.fma(r, FloatVector.broadcast(SPECIES, 0.0013933674f));
      p = p.fma(r, FloatVector.broadcast(SPECIES, 0.0083333105f));
      p = p.fma(r, FloatVector.broadcast(SPECIES, 0.041666463f));
      p = p.fma(r, FloatVector.broadcast(SPECIES, 0.16666667f));
      p = p.fma(r, FloatVector.broadcast(SPECIES, 0.5f));
      FloatVector reduced = r.mul(r).fma(p, r);
      IntVector exponent = shifted.reinterpretAsInts().sub(ROUND_BITS);
      IntVector first = exponent.min(127);
      IntVector rest = exponent.sub(first);
      FloatVector scale = first.add(127).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector e =
          scale
              .fma(reduced, scale.sub(1f))
              .mul(rest.add(127).lanewise(LSHL, 23).reinterpretAsFloats());
      IntVector ratio = e.div(e.add(2f)).reinterpretAsInts().and(~SIGN);
      ratio.or(value.reinterpretAsInts().and(SIGN)).reinterpretAsFloats().intoArray(y, yFrom + i);
    }
    for (; i < count; i++) {
      y[yFrom + i] = FloatMath.tanh(x[xFrom + i]);
    }
  }
}

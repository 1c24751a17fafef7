package dev.annette.runtime.kernel.vector;

import static jdk.incubator.vector.VectorOperators.LT;

import dev.annette.runtime.kernel.FloatMath;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The logarithm of {@link FloatMath} over arrays: operation by operation the same for positive
 * normal numbers. A vector with any other number in it is left to the scalar function.
 */
final class VectorLogarithm {
  private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;
  private static final int LANES = VectorTiles.LANES;
  private static final float LN2 = 0.6931472f;
  private static final int EXPONENT = 0xFF800000;
  private static final int TWO_THIRDS_BITS = 0x3F2AAAAB;

  private VectorLogarithm() {}

  static void log(float[] x, int xFrom, float[] y, int yFrom, int count) {
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      FloatVector value = FloatVector.fromArray(SPECIES, x, xFrom + i);
      VectorMask<Float> odd = value.compare(LT, Float.MIN_NORMAL);
      if (odd.or(value.compare(LT, Float.POSITIVE_INFINITY).not()).anyTrue()) {
        lanes(x, xFrom + i, y, yFrom + i, LANES);
        continue;
      }
      IntVector bits = value.reinterpretAsInts();
      IntVector exponent = bits.sub(TWO_THIRDS_BITS).and(EXPONENT);
      FloatVector f = bits.sub(exponent).reinterpretAsFloats().sub(1f);
      FloatVector p = FloatVector.broadcast(SPECIES, 0.11612165f);
      p = p.fma(f, FloatVector.broadcast(SPECIES, -0.12726289f));
      p = p.fma(f, FloatVector.broadcast(SPECIES, 0.108532876f));
      p = p.fma(f, FloatVector.broadcast(SPECIES, -0.122213595f));
      p = p.fma(f, FloatVector.broadcast(SPECIES, 0.14296179f));
      p = p.fma(f, FloatVector.broadcast(SPECIES, -0.16677974f));
      p = p.fma(f, FloatVector.broadcast(SPECIES, 0.19999853f));
      p = p.fma(f, FloatVector.broadcast(SPECIES, -0.24999842f));
      p = p.fma(f, FloatVector.broadcast(SPECIES, 0.33333334f));
      p = p.fma(f, FloatVector.broadcast(SPECIES, -0.5f));
      FloatVector reduced = f.mul(f).fma(p, f);
      FloatVector power = (FloatVector) exponent.convertShape(VectorOperators.I2F, SPECIES, 0);
      power.mul(0x1p-23f).fma(FloatVector.broadcast(SPECIES, LN2), reduced).intoArray(y, yFrom + i);
    }
    lanes(x, xFrom + i, y, yFrom + i, count - i);
  }

  private static void lanes(float[] x, int xFrom, float[] y, int yFrom, int count) {
    for (int i = 0; i < count; i++) {
      y[yFrom + i] = FloatMath.log(x[xFrom + i]);
    }
  }
}

package dev.annette.runtime.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.annette.runtime.kernel.NormalNumbers;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The numbers of {@link NormalNumbers}: operation by operation the same, so the bits are the same.
 */
final class VectorNormals {
  /** At most as many lanes as a block of elements has counters. */
  private static final VectorSpecies<Integer> INTS =
      IntVector.SPECIES_PREFERRED.length() <= NormalNumbers.COUNTERS
          ? IntVector.SPECIES_PREFERRED
          : IntVector.SPECIES_512;

  private static final VectorSpecies<Float> FLOATS = INTS.withLanes(float.class);
  private static final int LANES = INTS.length();
  private static final int COUNTERS = NormalNumbers.COUNTERS;
  private static final int SIGN = 0x80000000;
  private static final int EIGHTH = 0x20000000;
  private static final int QUARTER = 0x40000000;
  private static final int QUARTERS = 0xC0000000;
  private static final int EXPONENT = 0xFF800000;
  private static final int TWO_THIRDS_BITS = 0x3F2AAAAB;
  private static final float LN2 = 0.6931472f;

  private VectorNormals() {}

  static void write(
      int[] first, int[] second, int blocks, float mean, float deviation, float[] y, int yFrom) {
    FloatVector means = FloatVector.broadcast(FLOATS, mean);
    FloatVector deviations = FloatVector.broadcast(FLOATS, deviation);
    for (int i = 0; i < blocks * COUNTERS; i += LANES) {
      // √(−2·log u); from ⅔ on the logarithm comes from the distance from 1
      IntVector half = IntVector.fromArray(INTS, first, i).lanewise(LSHR, 1);
      FloatVector u = (FloatVector) half.convertShape(I2F, FLOATS, 0);
      u = u.add(0.5f).mul(0x1p-31f);
      FloatVector f = (FloatVector) half.lanewise(XOR, ~SIGN).convertShape(I2F, FLOATS, 0);
      f = f.add(0.5f).mul(-0x1p-31f);
      IntVector bits = u.reinterpretAsInts();
      IntVector exponent = bits.sub(TWO_THIRDS_BITS).and(EXPONENT);
      FloatVector far = bits.sub(exponent).reinterpretAsFloats().sub(1f);
      f = far.blend(f, exponent.compare(EQ, 0).cast(FLOATS));
      FloatVector p = FloatVector.broadcast(FLOATS, 0.11612165f);
      p = p.fma(f, FloatVector.broadcast(FLOATS, -0.12726289f));
      p = p.fma(f, FloatVector.broadcast(FLOATS, 0.108532876f));
      p = p.fma(f, FloatVector.broadcast(FLOATS, -0.122213595f));
      p = p.fma(f, FloatVector.broadcast(FLOATS, 0.14296179f));
      p = p.fma(f, FloatVector.broadcast(FLOATS, -0.16677974f));
      p = p.fma(f, FloatVector.broadcast(FLOATS, 0.19999853f));
      p = p.fma(f, FloatVector.broadcast(FLOATS, -0.24999842f));
      p = p.fma(f, FloatVector.broadcast(FLOATS, 0.33333334f));
      p = p.fma(f, FloatVector.broadcast(FLOATS, -0.5f));
      FloatVector reduced = f.mul(f).fma(p, f);
      FloatVector power = (FloatVector) exponent.convertShape(I2F, FLOATS, 0);
      power = power.mul(0x1p-23f);
      FloatVector log = power.fma(FloatVector.broadcast(FLOATS, LN2), reduced);
      FloatVector radius = log.mul(-2f).sqrt();

      // cosine and sine of the rest of a turn, then its quarters
      IntVector word = IntVector.fromArray(INTS, second, i);
      IntVector turned = word.add(EIGHTH);
      IntVector rest = word.sub(turned.and(QUARTERS));
      FloatVector x = (FloatVector) rest.convertShape(I2F, FLOATS, 0);
      x = x.mul(0x1p-30f);
      FloatVector s = x.mul(x);
      p = FloatVector.broadcast(FLOATS, 0.0008935732f);
      p = p.fma(s, FloatVector.broadcast(FLOATS, -0.020855254f));
      p = p.fma(s, FloatVector.broadcast(FLOATS, 0.25366852f));
      p = p.fma(s, FloatVector.broadcast(FLOATS, -1.2337005f));
      IntVector cosine = p.fma(s, FloatVector.broadcast(FLOATS, 1f)).reinterpretAsInts();
      p = FloatVector.broadcast(FLOATS, -0.0045541655f);
      p = p.fma(s, FloatVector.broadcast(FLOATS, 0.079659864f));
      p = p.fma(s, FloatVector.broadcast(FLOATS, -0.64596105f));
      p = p.fma(s, FloatVector.broadcast(FLOATS, 1.5707963f));
      IntVector sine = x.mul(p).reinterpretAsInts();
      IntVector odd = turned.lanewise(LSHL, 1).lanewise(ASHR, 31);
      IntVector swapped = cosine.lanewise(XOR, sine).and(odd);
      cosine = cosine.lanewise(XOR, swapped).lanewise(XOR, turned.add(QUARTER).and(SIGN));
      sine = sine.lanewise(XOR, swapped).lanewise(XOR, turned.and(SIGN));

      int at = yFrom + i / COUNTERS * NormalNumbers.BLOCK + i % COUNTERS;
      radius.mul(cosine.reinterpretAsFloats()).fma(deviations, means).intoArray(y, at);
      radius.mul(sine.reinterpretAsFloats()).fma(deviations, means).intoArray(y, at + COUNTERS);
    }
  }
}

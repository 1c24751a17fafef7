package dev.annette.runtime.kernel.vector;

import static jdk.incubator.vector.VectorOperators.AND_NOT;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.annette.runtime.kernel.DropoutBits;
import dev.annette.runtime.kernel.Scratch;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** The masks of {@link DropoutBits}, which says where the bits of an element come from. */
final class VectorDropout {
  /** At most as many lanes as a block of elements has counters. */
  private static final VectorSpecies<Integer> SPECIES =
      IntVector.SPECIES_PREFERRED.length() <= DropoutBits.COUNTERS
          ? IntVector.SPECIES_PREFERRED
          : IntVector.SPECIES_512;

  private static final int LANES = SPECIES.length();
  private static final int COUNTERS = DropoutBits.COUNTERS;

  /** The blocks of a call: few, so that calls are many and the method is compiled as a whole. */
  private static final int RUN = 4;

  private static final int SLOT = Scratch.UPDATE + 4;

  private VectorDropout() {}

  static void mask(
      float[] mask,
      int first,
      int count,
      int dropped,
      float multiplier,
      long key,
      Scratch scratch) {
    int end = first + count;
    int block = first / DropoutBits.BLOCK;
    int start = block * DropoutBits.BLOCK;
    if (start < first) {
      float[] edge = scratch.floats(SLOT, DropoutBits.BLOCK);
      blocks(edge, 0, block, 1, dropped, multiplier, key);
      int next = Math.min(end, start + DropoutBits.BLOCK);
      System.arraycopy(edge, first - start, mask, first, next - first);
      block++;
      start += DropoutBits.BLOCK;
    }
    int whole = Math.max(0, end - start) / DropoutBits.BLOCK;
    for (int done = 0; done < whole; done += RUN) {
      int e = start + done * DropoutBits.BLOCK;
      blocks(mask, e, block + done, Math.min(RUN, whole - done), dropped, multiplier, key);
    }
    start += whole * DropoutBits.BLOCK;
    if (start < end) {
      float[] edge = scratch.floats(SLOT, DropoutBits.BLOCK);
      blocks(edge, 0, block + whole, 1, dropped, multiplier, key);
      System.arraycopy(edge, 0, mask, start, end - start);
    }
  }

  private static void blocks(
      float[] mask, int at, int block, int count, int dropped, float multiplier, long key) {
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    int k2 = DropoutBits.PARITY ^ k0 ^ k1;
    IntVector lanes = IntVector.zero(SPECIES).addIndex(1).add(k0);
    IntVector kept = IntVector.broadcast(SPECIES, Float.floatToRawIntBits(multiplier));
    for (int i = 0; i < count * COUNTERS; i += LANES) {
      IntVector a = lanes.add(block * COUNTERS + i);
      IntVector b = IntVector.broadcast(SPECIES, k1);
      a = a.add(b);
      b = b.lanewise(ROL, 13).lanewise(XOR, a);
      a = a.add(b);
      b = b.lanewise(ROL, 15).lanewise(XOR, a);
      a = a.add(b);
      b = b.lanewise(ROL, 26).lanewise(XOR, a);
      a = a.add(b);
      b = b.lanewise(ROL, 6).lanewise(XOR, a);
      a = a.add(k1);
      b = b.add(k2 + 1);
      a = a.add(b);
      b = b.lanewise(ROL, 17).lanewise(XOR, a);
      a = a.add(b);
      b = b.lanewise(ROL, 29).lanewise(XOR, a);
      a = a.add(b);
      b = b.lanewise(ROL, 16).lanewise(XOR, a);
      a = a.add(b);
      b = b.lanewise(ROL, 24).lanewise(XOR, a);
      a = a.add(k2);
      b = b.add(k0 + 2);
      a = a.add(b);
      b = b.lanewise(ROL, 13).lanewise(XOR, a);
      a = a.add(b);
      b = b.lanewise(ROL, 15).lanewise(XOR, a);
      a = a.add(b);
      b = b.lanewise(ROL, 26).lanewise(XOR, a);
      a = a.add(b);
      b = b.lanewise(ROL, 6).lanewise(XOR, a);
      a = a.add(k0);
      b = b.add(k1 + 3);
      a = a.add(b);
      b = b.lanewise(ROL, 17).lanewise(XOR, a);
      int e = at + i / COUNTERS * DropoutBits.BLOCK + i % COUNTERS;
      IntVector drop = a.and(0xFFFF).sub(dropped).lanewise(ASHR, 31);
      kept.lanewise(AND_NOT, drop).reinterpretAsFloats().intoArray(mask, e);
      drop = a.lanewise(LSHR, 16).sub(dropped).lanewise(ASHR, 31);
      kept.lanewise(AND_NOT, drop).reinterpretAsFloats().intoArray(mask, e + COUNTERS);
      drop = b.and(0xFFFF).sub(dropped).lanewise(ASHR, 31);
      kept.lanewise(AND_NOT, drop).reinterpretAsFloats().intoArray(mask, e + 2 * COUNTERS);
      drop = b.lanewise(LSHR, 16).sub(dropped).lanewise(ASHR, 31);
      kept.lanewise(AND_NOT, drop).reinterpretAsFloats().intoArray(mask, e + 3 * COUNTERS);
    }
  }
}

package dev.annette.runtime.kernel.vector;

import java.util.function.IntFunction;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Kernels with the same result, each written in a way that keeps vectors out of registers. */
final class BrokenKernels {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private BrokenKernels() {}

  static final class SpeciesInInstance {
    private final VectorSpecies<Float> species = FloatVector.SPECIES_PREFERRED;

    void twice(float[] x) {
      FloatVector.fromArray(species, x, 0).mul(2).intoArray(x, 0);
    }
  }

  static final class SpeciesAsArgument {
    private SpeciesAsArgument() {}

    static void twice(VectorSpecies<Float> species, float[] x) {
      FloatVector.fromArray(species, x, 0).mul(2).intoArray(x, 0);
    }
  }

  static final class SpeciesMadeOnTheWay {
    private SpeciesMadeOnTheWay() {}

    static void twice(float[] x) {
      FloatVector.fromArray(VectorSpecies.ofPreferred(float.class), x, 0).mul(2).intoArray(x, 0);
    }
  }

  static final class VectorInField {
    private static final FloatVector TWO = FloatVector.broadcast(SPECIES, 2);

    private VectorInField() {}

    static void twice(float[] x) {
      FloatVector.fromArray(SPECIES, x, 0).mul(TWO).intoArray(x, 0);
    }
  }

  static final class ChangingMask {
    private static VectorMask<Float> lower = VectorMask.fromLong(SPECIES, 1);

    private ChangingMask() {}

    static void add(float[] x) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, 0);
      v.add(v, lower).intoArray(x, 0);
    }
  }

  static final class VectorAcrossCall {
    private VectorAcrossCall() {}

    static void twice(float[] x) {
      doubled(FloatVector.fromArray(SPECIES, x, 0)).intoArray(x, 0);
    }

    private static FloatVector doubled(FloatVector x) {
      return x.mul(2);
    }
  }

  static final class VectorInArray {
    private VectorInArray() {}

    static void twice(float[] x) {
      FloatVector[] parts = {FloatVector.fromArray(SPECIES, x, 0)};
      parts[0].mul(2).intoArray(x, 0);
    }
  }

  static final class VectorInLambda {
    private VectorInLambda() {}

    static void twice(float[] x) {
      FloatVector all = FloatVector.fromArray(SPECIES, x, 0);
      IntFunction<Object> times = factor -> all.mul(factor);
      ((FloatVector) times.apply(2)).intoArray(x, 0);
    }
  }

  static final class TooBig {
    private TooBig() {}

    static void power(float[] x) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, 0);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v = v.mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v).mul(v);
      v.intoArray(x, 0);
    }
  }
}

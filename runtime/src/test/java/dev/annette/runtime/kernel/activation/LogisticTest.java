package dev.annette.runtime.kernel.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.runtime.kernel.FloatMath;
import dev.annette.runtime.kernel.Scratch;
import org.junit.jupiter.api.Test;

class LogisticTest {
  private static final float[] SPECIAL = {
    0f,
    -0f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    1e-20f,
    -1e-20f,
    88.7f,
    -88.7f,
    104f,
    -104f,
    1e30f,
    -1e30f,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN
  };

  @Test
  void arrays_have_the_bits_of_single_numbers() {
    float[] x = new float[10_000];
    for (int i = 0; i < x.length; i++) {
      x[i] = i < SPECIAL.length ? SPECIAL[i] : -110f + 0.022f * i;
    }
    for (int start : new int[] {0, 1, 7, 500}) {
      Scratch scratch = new Scratch();
      float[] y = Logistic.sigmoid(x, start, x.length, scratch);
      float[] e = Logistic.exponential(x, start, x.length, scratch);
      for (int i = start; i < x.length; i++) {
        assertEquals(FloatMath.sigmoid(x[i]), y[i], "at " + x[i]);
        assertEquals(FloatMath.sigmoid(-x[i]), Logistic.complement(x[i], e[i]), "at " + x[i]);
      }
    }
  }
}

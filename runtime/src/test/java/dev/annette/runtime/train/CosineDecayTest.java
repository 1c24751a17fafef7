package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CosineDecayTest {
  @Test
  void a_fall_is_half_a_cosine() {
    for (int i = 0; i <= 1000; i++) {
      double share = i / 1000.0;
      assertEquals((1 + StrictMath.cos(Math.PI * share)) / 2, CosineDecay.fall(share), 4e-16);
    }
    assertEquals(1, CosineDecay.fall(0), 0);
    assertEquals(0, CosineDecay.fall(1), 0);
  }
}

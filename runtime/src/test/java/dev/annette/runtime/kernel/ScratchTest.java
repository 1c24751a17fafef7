package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScratchTest {
  private final Scratch scratch = new Scratch();

  @Test
  void a_slot_keeps_its_array_until_more_is_asked_for() {
    float[] array = scratch.floats(3, 10);
    assertSame(array, scratch.floats(3, 4));
    assertNotSame(array, scratch.floats(4, 10));
    assertTrue(scratch.floats(3, 11).length >= 11);
  }

  @Test
  void slots_have_no_upper_bound() {
    assertEquals(5, scratch.floats(1000, 5).length);
    assertEquals(6, scratch.ints(1000, 6).length);
    assertSame(scratch.rows(99, 2, 3), scratch.rows(99, 2, 3));
  }
}

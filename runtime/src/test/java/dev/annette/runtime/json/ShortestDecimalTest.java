package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortestDecimalTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1.0",
    "-0.0, -0.0",
    "0.1, 0.1",
    "0.001, 0.001",
    "9.99e-4, 9.99E-4",
    "9999999, 9999999.0",
    "1e7, 1.0E7",
    "123456.7, 123456.7",
    "-2.5, -2.5",
    "3.4028235e38, 3.4028235E38",
    "1.4e-45, 1.0E-45",
  })
  void floats_are_written_like_this(float value, String text) {
    assertEquals(text, ShortestDecimal.of(value));
  }

  @Test
  void doubles_are_written_like_this() {
    assertEquals("0.002", ShortestDecimal.of(2e-3));
    assertEquals("2.0E23", ShortestDecimal.of(2.0E23));
    assertEquals("2.2250738585072014E-308", ShortestDecimal.of(Double.MIN_NORMAL));
    assertEquals("1.7976931348623157E308", ShortestDecimal.of(Double.MAX_VALUE));
  }

  @Test
  void random_floats_read_back_and_are_never_longer_than_the_jdk_writes_them() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 20_000; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(value)) {
        String text = ShortestDecimal.of(value);
        assertEquals(value, Float.parseFloat(text));
        assertTrue(text.length() <= Float.toString(value).length(), text);
      }
    }
  }

  @Test
  void random_doubles_read_back() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 5_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertEquals(value, Double.parseDouble(ShortestDecimal.of(value)));
      }
    }
  }
}

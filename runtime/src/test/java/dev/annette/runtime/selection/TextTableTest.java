package dev.annette.runtime.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static TextTable table() {
    TextTable table = new TextTable(List.of("name", "loss, mean", "count", "r2"));
    table.add(List.of("a, \"b\"", new Estimate(List.of(1.0, 2.0, 6.0)), 7, 0.123456789));
    table.add(List.of("c", "", 12345, Double.NaN));
    return table;
  }

  @Test
  void it_is_aligned_and_rounded_to_be_read() {
    assertEquals(
        """
        name       loss, mean  count      r2
        a, "b"  3.000 ± 1.528      7  0.1235
        c                      12345     NaN
        """,
        table().text());
  }

  @Test
  void its_values_are_exact_and_quoted() {
    assertEquals(
        """
        name,"loss, mean","loss, mean_se",count,r2
        "a, ""b\""",3.0,1.5275252316519468,7,0.123456789
        c,,,12345,
        """,
        table().csv());
  }

  @Test
  void a_single_measurement_has_no_standard_error() {
    Estimate one = new Estimate(List.of(2.5));
    assertEquals("2.500", one.toString());
    assertTrue(Double.isNaN(one.standardError()));
    assertTrue(Double.isNaN(new Estimate(List.of()).mean()));
  }
}

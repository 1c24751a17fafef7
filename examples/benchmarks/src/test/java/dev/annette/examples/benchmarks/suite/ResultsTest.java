package dev.annette.examples.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final Machine MACHINE = new Machine("a machine", new double[] {100, 200});

  private static final Contestant OURS = contestant("Annette", "vector");
  private static final Contestant SLOW = contestant("Other", "plain");
  private static final Contestant FAST = contestant("Other", "fused");
  private static final Contestant BROKEN = contestant("Broken", "");

  /** 200,000 operations take 2 us at 100 GFLOP/s. */
  private static final Standing STANDING =
      new Standing(
          "W1",
          1,
          200_000,
          List.of(
              measured(OURS, 4_000, 5_000, 8_000),
              measured(SLOW, 90_000, 90_000, 90_000),
              measured(FAST, 40_000, 20_000, 16_000),
              Measured.not(BROKEN, "W1", 1, "it computes something else")));

  @Test
  void the_table_compares_rounds_with_the_fastest_variant() {
    String table =
        new ResultTable(MACHINE, List.of(STANDING)).markdown(Map.of("Absent", "it is not here"));
    List<String> lines = table.lines().toList();
    assertEquals(
        "| W1 | 1 | 5.00 | 20 % | 40 % | 20.0 (fused) | – | **4.00** (3.00 to 7.00) |",
        lines.get(2));
    assertTrue(table.contains("- Absent is not measured: it is not here."), table);
    assertTrue(
        table.contains("- Broken on W1 is not measured: it computes something else."), table);
  }

  @Test
  void quantiles_lie_between_values() {
    Quantiles quantiles = Quantiles.of(4, 1, 2, 3);
    assertEquals(new Quantiles(1.75, 2.5, 3.25), quantiles);
    assertEquals(0.3, quantiles.spread(), 1e-12);
    assertEquals("12,346", Quantiles.digits(12_345.6));
    assertEquals("0.123", Quantiles.digits(0.1234));
  }

  @Test
  void a_curve_that_doubles_has_slope_one() {
    List<Standing> growing =
        List.of(
            new Standing("width 16", 1, 1e5, List.of(measured(OURS, 4_000))),
            new Standing("width 32", 1, 2e5, List.of(measured(OURS, 8_000))));
    String table = CostCurve.of("width", growing, MACHINE).markdown();
    assertTrue(table.contains("| 32 | 8.00 | 0.250 | 1.00 | 25 % |"), table);
  }

  @Test
  void plots_name_the_peer_and_how_far_it_is() {
    String plot = new RatioPlot(List.of(STANDING)).svg();
    assertTrue(plot.contains(">4.00 × Other fused</text>"), plot);
  }

  private static Contestant contestant(String library, String variant) {
    return new Contestant(library, variant, List.of(), List.of(), Map.of(), task -> true);
  }

  private static Measured measured(Contestant contestant, double... nanos) {
    return new Measured(contestant, "W1", 1, nanos, "");
  }
}

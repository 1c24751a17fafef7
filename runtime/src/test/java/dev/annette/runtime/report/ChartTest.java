package dev.annette.runtime.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Axes, lines and bars, also of data that hardly are any. */
class ChartTest {
  private static final double NONE = Double.NaN;

  @Test
  void marks_are_round_and_enclose_the_numbers() {
    assertEquals(List.of(0.0, 0.1, 0.2, 0.30000000000000004, 0.4), marks(0.03, 0.374));
    assertEquals(List.of(0.0, 1.0, 2.0), Scale.counts(2).marks(), "no half rows");
    assertEquals(List.of(1.0, 20.0, 40.0, 60.0), Scale.epochs(1, 60).marks());
    assertEquals(List.of(7.0), Scale.epochs(7, 7).marks());
    assertEquals(List.of(0.0, 5000.0, 10000.0, 15000.0), marks(1_200, 14_900));
    assertEquals(List.of(-2.0, -1.0, 0.0, 1.0, 2.0, 3.0), marks(-1.5, 2.5));
    Scale factors = Scale.of(List.of(0.002, 7.0));
    assertTrue(factors.isLogarithmic());
    assertEquals(0.001, factors.low(), 1e-12);
    assertEquals(10, factors.high());
    assertEquals(0.5, factors.at(0.1), 1e-12);
  }

  private static List<Double> marks(double low, double high) {
    Scale scale = Scale.of(List.of(low, high));
    assertTrue(scale.low() <= low && high <= scale.high());
    return scale.marks();
  }

  @Test
  void epochs_are_whole_with_the_first_and_the_last_among_them() {
    assertEquals(List.of(1.0), Scale.epochs(1, 1).marks());
    assertEquals(List.of(1.0, 2.0, 3.0), Scale.epochs(1, 3).marks());
    assertEquals(List.of(1.0, 50.0, 100.0, 150.0, 200.0), Scale.epochs(1, 200).marks());
  }

  @Test
  void numbers_that_are_none_equal_or_missing_still_have_an_axis() {
    for (List<Double> values :
        List.of(
            List.<Double>of(),
            List.of(NONE),
            List.of(0.0),
            List.of(3.0, 3.0),
            List.of(-1e-12, -1e-12),
            List.of(1e300, 1e300),
            List.of(0.0, Double.POSITIVE_INFINITY),
            List.of(1e-300, 1.0),
            List.of(Double.MIN_VALUE, 3 * Double.MIN_VALUE),
            List.of(-1e308, 1e308, 2.0))) {
      Scale scale = Scale.of(values);
      assertTrue(scale.low() < scale.high(), values + " " + scale);
      assertFalse(scale.marks().isEmpty(), values.toString());
      values.stream()
          .filter(Scale::isDrawn)
          .forEach(value -> assertTrue(scale.at(value) >= 0 && scale.at(value) <= 1, "" + scale));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "97, 97",
    "0.08112, 0.08112",
    "0.9648999, 0.9649",
    "12345.678, 12346",
    "1234567, 1.23e+06",
    "0.0000123, 1.23e-05",
    "NaN, \u2013",
    "-Infinity, \u2212\u221e"
  })
  void figures_have_four_digits(double value, String text) {
    assertEquals(text, Figures.of(value));
  }

  @Test
  void a_line_breaks_where_numbers_are_missing() {
    String drawing = drawn(List.of(0.4, 0.3, NONE, 0.2, 0.1));
    assertEquals(1, count(drawing, "d=\"M[^M\"]*M[^M\"]*\" class=\"line"), drawing);
    assertEquals(4, count(drawing, "<circle"), drawing);
    assertTrue(drawing.contains("<title>loss, epoch 2: 0.3000</title>"), drawing);
    assertFalse(drawing.contains("NaN"), drawing);
  }

  @Test
  void one_epoch_a_constant_and_a_run_that_diverged_are_drawn() {
    for (List<Double> values :
        List.of(List.of(0.5), List.of(2.0, 2.0), List.of(1.0, 1e30, NONE), List.of(NONE))) {
      String drawing = drawn(values);
      assertFalse(drawing.contains("NaN") || drawing.contains("Infinity"), drawing);
    }
  }

  @Test
  void names_at_the_ends_of_lines_do_not_cover_each_other() {
    double[] places = Labels.places(new double[] {10, 10, 11, 90, 99, 99.5}, 0, 100);
    for (int i = 1; i < places.length; i++) {
      assertTrue(places[i] - places[i - 1] >= 13.4, Arrays.toString(places));
    }
    assertTrue(places[0] >= 0 && places[5] <= 100, Arrays.toString(places));
    assertEquals("hidden.orthog\u2026", Labels.shortened("hidden.orthogonalPenalty"));
  }

  @Test
  void a_long_line_keeps_its_peaks_ends_and_gaps() {
    List<Series.Point> points = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      boolean isGap = i == 50_123 || i == 77_666; // the latter begins the stretch of the highest
      double y = i == 77_777 ? 9 : i == 5 ? -9 : isGap ? NONE : Math.sin(i);
      points.add(new Series.Point(i, y));
    }
    List<Series.Point> kept = Thinning.of(points);
    assertTrue(kept.size() <= 5 * Thinning.STRETCHES, "" + kept.size());
    for (int i : new int[] {0, 5, 50_123, 77_777, 99_999}) {
      assertTrue(kept.contains(points.get(i)), "" + i);
    }
    for (int i = 1; i < kept.size(); i++) {
      assertTrue(kept.get(i).x() > kept.get(i - 1).x());
    }
  }

  @Test
  void bars_count_every_number_and_zeros_by_themselves() {
    Histogram bars = new Histogram(new float[] {-2, -0.01f, 0, 0, 0.01f, 1, 2});
    int[] counts = bars.counts();
    assertEquals(41, counts.length);
    assertEquals(5, Arrays.stream(counts).sum());
    assertEquals(2, bars.zeros());
    assertEquals(2, counts[20]);
    assertEquals(1, counts[0]);
    assertEquals(1, counts[30]);
    assertEquals(1, counts[40]);
    Histogram zeros = new Histogram(new float[3]);
    Markup out = new Markup();
    zeros.write(out, "zeros");
    assertEquals(3, zeros.zeros());
    assertTrue(out.toString().contains(">3 exactly 0<"), out.toString());
    assertFalse(out.toString().contains("NaN"), out.toString());
  }

  @Test
  void amounts_are_drawn_on_top_of_each_other_and_missing_ones_are_nothing() {
    List<Series> layers =
        List.of(
            new Series("a", 1, points(List.of(1.0, 2.0, NONE))),
            new Series("b", 2, points(List.of(0.5, 0.25, 4.0))));
    StackChart chart = new StackChart("t", "epoch", layers, Scale.epochs(1, 3));
    assertArrayEquals(new double[] {1, 2, 0}, chart.top(0));
    assertArrayEquals(new double[] {1.5, 2.25, 4}, chart.top(1));
    for (List<Double> values : List.of(List.of(0.3), List.of(0.0, 0.0), List.of(NONE))) {
      Markup out = new Markup();
      Scale across = Scale.epochs(1, values.size());
      new StackChart("t", "epoch", List.of(new Series("a", 1, points(values))), across).write(out);
      assertFalse(out.toString().contains("NaN"), out.toString());
    }
  }

  @Test
  void of_very_many_points_evenly_spaced_ones_are_drawn() {
    List<Series.Point> many = new ArrayList<>();
    for (int i = 0; i < 50_001; i++) {
      many.add(new Series.Point(i, i));
    }
    int drawn = new ScatterChart(many).drawn();
    assertTrue(drawn <= ScatterChart.POINTS && drawn > ScatterChart.POINTS / 2, "" + drawn);
    assertEquals(1, new ScatterChart(points(List.of(3.0, NONE))).drawn());
    Markup out = new Markup();
    new ScatterChart(List.of()).write(out, "nothing", "actual");
    assertFalse(out.toString().contains("NaN"), out.toString());
  }

  @Test
  void shades_begin_at_any_share_and_end_at_the_whole() {
    assertEquals(0, Shade.of(0));
    assertEquals(1, Shade.of(1e-9));
    assertEquals(Shade.DARKEST, Shade.of(1));
    for (double share = 0; share < 1; share += 0.01) {
      assertTrue(Shade.of(share) <= Shade.of(share + 0.01));
    }
  }

  private static String drawn(List<Double> values) {
    Markup out = new Markup();
    Series line = new Series("loss", 1, points(values));
    new LineChart("Loss", "epoch", List.of(line), Scale.epochs(1, values.size()), Scale.of(values))
        .write(out);
    return out.toString();
  }

  private static List<Series.Point> points(List<Double> values) {
    List<Series.Point> points = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      points.add(new Series.Point(i + 1, values.get(i)));
    }
    return points;
  }

  private static int count(String text, String pattern) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }
}

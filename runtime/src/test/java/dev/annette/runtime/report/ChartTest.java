package dev.annette.runtime.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
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
  void epochs_are_whole() {
    assertEquals(List.of(1.0), Scale.counts(1, 1).marks());
    assertEquals(List.of(1.0, 2.0, 3.0), Scale.counts(1, 3).marks());
    assertEquals(List.of(50.0, 100.0, 150.0, 200.0), Scale.counts(1, 200).marks());
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
    assertEquals(2, count(drawing, "M[0-9]"), drawing);
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
    List<Series> lines = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      lines.add(new Series("line" + i, i + 1, points(List.of(1.0, 0.001 * i))));
    }
    Markup out = new Markup();
    new LineChart("t", "epoch", lines, Scale.counts(1, 2), Scale.linear(0, 1)).write(out);
    Matcher names =
        Pattern.compile("class=\"name c\\d\" x=\"[0-9.]+\" y=\"([0-9.]+)\"")
            .matcher(out.toString());
    List<Double> heights = new ArrayList<>();
    while (names.find()) {
      heights.add(Double.parseDouble(names.group(1)));
    }
    heights.sort(null);
    assertEquals(6, heights.size());
    for (int i = 1; i < 6; i++) {
      assertTrue(heights.get(i) - heights.get(i - 1) >= 14.9, heights::toString);
    }
    assertTrue(heights.get(5) <= 300, heights::toString);
  }

  @Test
  void a_long_line_keeps_its_peaks_and_ends() {
    List<Series.Point> points = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      points.add(
          new Series.Point(i, i == 77_777 ? 9 : i == 5 ? -9 : i == 40_000 ? NONE : Math.sin(i)));
    }
    List<Series.Point> kept = Thinning.of(points);
    assertTrue(kept.size() <= 2 * Thinning.STRETCHES + 3, "" + kept.size());
    assertEquals(points.get(0), kept.get(0));
    assertEquals(points.get(99_999), kept.get(kept.size() - 1));
    assertTrue(kept.contains(points.get(40_000)), "the gap");
    assertTrue(kept.contains(points.get(77_777)) && kept.contains(points.get(5)));
    for (int i = 1; i < kept.size(); i++) {
      assertTrue(kept.get(i).x() > kept.get(i - 1).x());
    }
  }

  @Test
  void bars_count_every_number_but_zeros_with_zero_in_the_middle() {
    double[] counts = new Histogram("w", new float[] {-2, -0.01f, 0, 0, 0.01f, 1, 2}).counts();
    assertEquals(41, counts.length);
    assertEquals(5, Arrays.stream(counts).sum());
    assertEquals(2, counts[20]);
    assertEquals(1, counts[0]);
    assertEquals(1, counts[30]);
    assertEquals(1, counts[40]);
    assertEquals(0, new Histogram("w", new float[3]).counts()[20]);
  }

  private static String drawn(List<Double> values) {
    Markup out = new Markup();
    Series line = new Series("loss", 1, points(values));
    new LineChart("Loss", "epoch", List.of(line), Scale.counts(1, values.size()), Scale.of(values))
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

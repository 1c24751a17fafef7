package dev.annette.runtime.report;

import java.util.Arrays;
import java.util.List;

/**
 * How many numbers are in each of some equal ranges. 0 is in the middle of one, and numbers that
 * are exactly 0 have a bar of their own, which is why the others can be seen.
 */
final class Histogram {
  /** The ranges on either side of that of 0. */
  static final int HALF = 20;

  private final int[] counts = new int[2 * HALF + 1];
  private final double reach;
  private final int zeros;

  /** Counts numbers, which are finite. */
  Histogram(float[] values) {
    double largest = 0;
    int exact = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    reach = largest;
    for (float value : values) {
      if (value == 0) {
        exact++;
      } else {
        counts[HALF + (int) Math.rint(value / reach * HALF)]++;
      }
    }
    zeros = exact;
  }

  /** Returns how many numbers but zeros are in each range, from the lowest. */
  int[] counts() {
    return counts.clone();
  }

  /** Returns how many numbers are exactly 0. */
  int zeros() {
    return zeros;
  }

  /** Returns the largest magnitude. */
  double reach() {
    return reach;
  }

  /** Writes the drawing. */
  void write(Markup out, String words) {
    int highest = Math.max(1, Arrays.stream(counts).max().getAsInt());
    Scale up = Scale.counts(highest);
    double end = reach == 0 ? 1 : reach * (1 + 0.5 / HALF);
    Scale round = Scale.between(-end, end);
    Plot plot = new Plot(new Scale(-end, end, false, round.marks()), up, Plot.LOW, 0);
    plot.open(out, words);
    plot.axes(out, "weight");
    double width = (plot.right() - plot.left()) / counts.length;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        double x = plot.left() + i * width;
        double height = Math.max(1, plot.bottom() - plot.y(counts[i]));
        bar(out, x + 0.4, plot.bottom() - height, width - 0.8, height, "f1", title(i));
      }
    }
    if (zeros > 0) {
      double height = Math.max(2, plot.bottom() - plot.y(Math.min(zeros, up.high())));
      String count = Figures.count(zeros) + " exactly 0";
      bar(out, plot.x(0) - 2, plot.bottom() - height, 4, height, "f2", count);
      Plot.text(out, "name t2", plot.x(0) - 3, plot.top() - 5, count);
    }
    out.close("svg").line();
  }

  private String title(int range) {
    double step = reach / HALF;
    List<String> ends =
        List.of(Figures.of((range - HALF - 0.5) * step), Figures.of((range - HALF + 0.5) * step));
    return "%s to %s: %s".formatted(ends.get(0), ends.get(1), Figures.count(counts[range]));
  }

  private static void bar(
      Markup out, double x, double y, double width, double height, String kind, String words) {
    out.open(
        "rect",
        "class",
        kind,
        "x",
        Figures.place(x),
        "y",
        Figures.place(y),
        "width",
        Figures.place(width),
        "height",
        Figures.place(height));
    out.element("title", words).close("rect");
  }
}

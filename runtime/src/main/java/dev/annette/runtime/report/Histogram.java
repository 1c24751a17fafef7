package dev.annette.runtime.report;

/**
 * How often numbers that are not 0 are in each of some equal ranges, as bars; 0 is in the middle of
 * one. Zeros are left out, since a penalty can make so many that nothing else would be seen.
 */
final class Histogram {
  private static final int HALF = 20; // ranges on either side of that of 0
  private static final double WIDTH = 320;
  private static final double HEIGHT = 120;
  private static final double BOTTOM = 22;

  private final double[] counts = new double[2 * HALF + 1];
  private final double largest;
  private final String title;

  /**
   * Counts numbers.
   *
   * @param title what they are, for whoever cannot see the bars
   */
  Histogram(String title, float[] values) {
    this.title = title;
    double reach = 0;
    for (float value : values) {
      reach = Math.max(reach, Math.abs(value));
    }
    largest = reach == 0 ? 1 : reach;
    for (float value : values) {
      if (value != 0) {
        counts[HALF + (int) Math.rint(value / largest * HALF)]++;
      }
    }
  }

  /** Returns how many numbers are in each range, from the lowest. */
  double[] counts() {
    return counts.clone();
  }

  /** Writes the drawing. */
  void write(Markup out) {
    out.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 %.0f %.0f".formatted(WIDTH, HEIGHT),
        "role",
        "img",
        "class",
        "histogram");
    out.element("title", title);
    double highest = 0;
    for (double count : counts) {
      highest = Math.max(highest, count);
    }
    double step = WIDTH / counts.length;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        double height = counts[i] / highest * (HEIGHT - BOTTOM - 4);
        writeBar(out, i, step, Math.max(height, 0.8));
      }
    }
    out.empty("line", "class", "axis", "x1", "0", "y1", bottom(), "x2", "320", "y2", bottom());
    writeMarks(out);
    out.close("svg").line();
  }

  private void writeBar(Markup out, int range, double step, double height) {
    out.open(
        "rect",
        "class",
        "bar",
        "x",
        Figures.place(range * step + 0.5),
        "y",
        Figures.place(HEIGHT - BOTTOM - height),
        "width",
        Figures.place(step - 1),
        "height",
        Figures.place(height));
    double middle = (range - HALF) * largest / HALF;
    String words = "about %s: %s".formatted(Figures.of(middle), Figures.of(counts[range]));
    out.element("title", words).close("rect");
  }

  private void writeMarks(Markup out) {
    String y = Figures.place(HEIGHT - 6);
    out.element("text", Figures.mark(rounded(-largest)), "class", "mark", "x", "0", "y", y);
    out.element("text", "0", "class", "mark middle", "x", "160", "y", y);
    out.element("text", Figures.mark(rounded(largest)), "class", "mark end", "x", "320", "y", y);
  }

  private static double rounded(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 1);
    return Math.rint(value / power) * power;
  }

  private static String bottom() {
    return Figures.place(HEIGHT - BOTTOM);
  }
}

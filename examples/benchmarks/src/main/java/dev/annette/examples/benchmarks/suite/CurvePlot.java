package dev.annette.examples.benchmarks.suite;

import java.util.List;

/** Cost curves side by side on logarithmic scales, each over the time of the bare arithmetic. */
final class CurvePlot {
  private static final int SIZE = 260;
  private static final int GAP = 70;
  private static final int TOP = 30;
  private static final String TIME = "#2b7a5b";
  private static final String FLOOR = "#999999";

  private final List<CostCurve> curves;
  private double least = Double.MAX_VALUE;
  private double most;

  CurvePlot(List<CostCurve> curves) {
    this.curves = curves;
    for (CostCurve curve : curves) {
      for (int i = 0; i < curve.sizes().length; i++) {
        least = Math.min(least, Math.min(curve.floors()[i], curve.micros()[i]));
        most = Math.max(most, curve.micros()[i]);
      }
    }
    least = Math.floor(Math.log10(least));
    most = Math.ceil(Math.log10(most));
  }

  String svg() {
    Svg svg = new Svg(curves.size() * (SIZE + GAP) + GAP, SIZE + TOP + 50);
    for (int c = 0; c < curves.size(); c++) {
      panel(svg, curves.get(c), GAP + c * (SIZE + GAP));
    }
    return svg.toString();
  }

  private void panel(Svg svg, CostCurve curve, double left) {
    svg.words(left, TOP - 12, "start", "us a step by " + curve.what() + "; grey: at the peak");
    for (double decade = least; decade <= most; decade++) {
      double y = y(Math.pow(10, decade));
      svg.line(left, y, left + SIZE, y, "#dddddd");
      svg.words(left - 6, y + 4, "end", Quantiles.digits(Math.pow(10, decade)));
    }
    double[] sizes = curve.sizes();
    for (int i = 0; i < sizes.length; i++) {
      double x = left + x(sizes, i);
      svg.words(x, TOP + SIZE + 16, "middle", String.valueOf(Math.round(sizes[i])));
      svg.dot(x, y(curve.micros()[i]), TIME);
      if (i > 0) {
        double before = left + x(sizes, i - 1);
        svg.line(before, y(curve.micros()[i - 1]), x, y(curve.micros()[i]), TIME);
        svg.line(before, y(curve.floors()[i - 1]), x, y(curve.floors()[i]), FLOOR);
      }
    }
  }

  private static double x(double[] sizes, int i) {
    double range = Math.log(sizes[sizes.length - 1] / sizes[0]);
    return 10 + (SIZE - 20) * Math.log(sizes[i] / sizes[0]) / range;
  }

  private double y(double micros) {
    return TOP + SIZE * (most - Math.log10(micros)) / (most - least);
  }
}

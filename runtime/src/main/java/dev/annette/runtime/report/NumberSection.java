package dev.annette.runtime.report;

import java.util.List;
import java.util.Optional;

/** What a network for numbers says against what is so, row by row. */
final class NumberSection implements Section {
  private final Optional<Predictions> predictions;
  private final List<String> names;

  /**
   * Creates the section.
   *
   * @param names what each number is; empty if nobody has said
   */
  NumberSection(Optional<Predictions> predictions, List<String> names) {
    this.predictions = predictions;
    this.names = names;
  }

  @Override
  public String title() {
    return "Predicted and actual";
  }

  @Override
  public boolean hasContent() {
    return predictions.filter(all -> !all.of(0).isEmpty()).isPresent();
  }

  @Override
  public void write(Markup out) {
    Predictions all = predictions.orElseThrow();
    out.open("div", "class", "charts").line();
    for (int i = 0; i < all.count(); i++) {
      boolean isNamed = names.size() == all.count() && !names.get(i).equals("" + i);
      String name = isNamed ? names.get(i) : all.count() == 1 ? "Predicted" : "Output " + i;
      write(out, name, all.of(i));
    }
    out.close("div").line();
  }

  private static void write(Markup out, String name, List<Series.Point> points) {
    ScatterChart chart = new ScatterChart(points);
    String drawn = Figures.count(chart.drawn());
    String rows =
        chart.drawn() == points.size()
            ? drawn + " rows."
            : drawn + " of " + Figures.count(points.size()) + " rows.";
    Figure.write(
        out,
        name,
        "Predicted over actual; on the dashed line both agree. " + rows,
        markup -> chart.write(markup, name + ", predicted by actual", "actual"));
  }
}

package dev.annette.runtime.report;

import dev.annette.runtime.model.EpochRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Losses and penalties by epoch, data loss and penalty apart. */
final class LearningSection implements Section {
  private static final String ALONG = "epoch";

  /** The colours of lines in the style sheet. */
  private static final int COLORS = 6;

  private final List<EpochRecord> epochs;
  private final OptionalInt best;

  /**
   * Creates the section.
   *
   * @param best the epoch whose weights the model has, if it is not the last
   */
  LearningSection(List<EpochRecord> epochs, OptionalInt best) {
    this.epochs = epochs;
    this.best = best;
  }

  @Override
  public String title() {
    return "Learning";
  }

  @Override
  public boolean hasContent() {
    return !epochs.isEmpty();
  }

  @Override
  public void write(Markup out) {
    out.open("div", "class", "charts");
    chart(
        out,
        "Loss",
        "Data loss alone, without penalties: what training and validation can be compared by.",
        List.of(
            series("training", 1, EpochRecord::dataLoss),
            series("validation", 2, EpochRecord::validationLoss)));
    List<Series> penalties = penalties();
    if (!penalties.isEmpty()) {
      chart(out, "Penalties", "What each adds to the data loss.", penalties);
    }
    for (String metric : metrics()) {
      chart(
          out,
          metric,
          "Of the validation rows.",
          List.of(series(metric, 3, epoch -> epoch.metrics().getOrDefault(metric, Double.NaN))));
    }
    out.close("div").line();
  }

  private void chart(Markup out, String name, String words, List<Series> lines) {
    List<Double> values = new ArrayList<>();
    lines.forEach(line -> line.points().forEach(point -> values.add(point.y())));
    int first = epochs.get(0).epoch();
    int last = epochs.get(epochs.size() - 1).epoch();
    LineChart chart =
        new LineChart(
            name + " by epoch", ALONG, lines, Scale.counts(first, last), Scale.of(values));
    best.ifPresent(epoch -> chart.marking(epoch, "best: epoch " + epoch));
    out.open("figure").element("h3", name);
    chart.write(out);
    out.element("figcaption", words).close("figure").line();
  }

  private List<Series> penalties() {
    SortedSet<String> names = new TreeSet<>();
    epochs.forEach(epoch -> names.addAll(epoch.penalties().keySet()));
    if (names.size() > COLORS) {
      return penaltiesOfLayers(names);
    }
    List<Series> lines = new ArrayList<>();
    for (String name : names) {
      lines.add(
          series(
              name, 1 + lines.size(), epoch -> epoch.penalties().getOrDefault(name, Double.NaN)));
    }
    return lines;
  }

  /** Returns the sums by layer, which are fewer. */
  private List<Series> penaltiesOfLayers(SortedSet<String> names) {
    SortedSet<String> layers = new TreeSet<>();
    names.forEach(name -> layers.add(name.substring(0, name.indexOf('.'))));
    List<Series> lines = new ArrayList<>();
    for (String layer : layers) {
      lines.add(series(layer, 1 + lines.size() % COLORS, epoch -> epoch.penaltyOf(layer)));
    }
    return lines;
  }

  private SortedSet<String> metrics() {
    SortedSet<String> names = new TreeSet<>();
    epochs.forEach(epoch -> names.addAll(epoch.metrics().keySet()));
    return names;
  }

  private Series series(String name, int color, ToDoubleFunction<EpochRecord> value) {
    return new Series(
        name,
        color,
        epochs.stream()
            .map(epoch -> new Series.Point(epoch.epoch(), value.applyAsDouble(epoch)))
            .toList());
  }
}

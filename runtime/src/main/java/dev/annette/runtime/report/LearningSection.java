package dev.annette.runtime.report;

import dev.annette.runtime.model.EpochRecord;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What changed from epoch to epoch: losses, penalties apart, learning rate, metrics. */
final class LearningSection implements Section {
  private static final String ALONG = "epoch";

  private final List<EpochRecord> epochs;
  private final OptionalInt best;
  private final LearningRates rates;

  /**
   * Creates the section.
   *
   * @param best the best epoch, if it is known
   * @param rates the learning rates, perhaps of no epoch
   */
  LearningSection(List<EpochRecord> epochs, OptionalInt best, LearningRates rates) {
    this.epochs = epochs;
    this.best = best;
    this.rates = rates;
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
    out.open("div", "class", "charts").line();
    chart(
        out,
        "Data loss",
        "Without penalties.",
        List.of(
            series("training", 1, EpochRecord::dataLoss),
            series("validation", 2, EpochRecord::validationLoss)),
        Scale::of);
    penalties(out);
    chart(
        out,
        "Learning rate",
        "Of the first update of each epoch.",
        List.of(series("learning rate", 3, epoch -> rates.of(epoch.epoch()))),
        values -> Scale.fromZero(Collections.max(values)));
    for (String metric : metrics()) {
      chart(
          out,
          metric,
          "Of the validation rows.",
          List.of(series(metric, 2, epoch -> epoch.metrics().getOrDefault(metric, Double.NaN))),
          Scale::of);
    }
    out.close("div").line();
  }

  private void penalties(Markup out) {
    List<Series> ledger = PenaltyLedger.of(epochs);
    if (ledger.isEmpty()) {
      return;
    }
    if (PenaltyLedger.isNegative(ledger)) {
      chart(out, "Penalties", "At the end of each epoch.", ledger, Scale::of);
      return;
    }
    String words =
        "At the end of each epoch, on top of each other: what training adds to the loss.";
    StackChart chart = new StackChart("Penalties by epoch, stacked", ALONG, ledger, across());
    Figure.write(out, "Penalties", words, chart::write);
  }

  private void chart(
      Markup out,
      String name,
      String words,
      List<Series> lines,
      Function<List<Double>, Scale> scale) {
    List<Double> values =
        lines.stream()
            .flatMap(line -> line.points().stream().map(Series.Point::y))
            .filter(Scale::isDrawn)
            .toList();
    if (values.isEmpty()) {
      return;
    }
    Scale up = scale.apply(values);
    LineChart chart = new LineChart(name + " by epoch", ALONG, lines, across(), up);
    best.ifPresent(epoch -> chart.marking(epoch, "best, epoch " + epoch));
    String caption = up.isLogarithmic() ? words + " The axis is logarithmic." : words;
    Figure.write(out, name, caption, chart::write);
  }

  private Scale across() {
    return Scale.epochs(epochs.get(0).epoch(), epochs.get(epochs.size() - 1).epoch());
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

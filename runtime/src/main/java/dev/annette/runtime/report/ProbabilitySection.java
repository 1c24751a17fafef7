package dev.annette.runtime.report;

import dev.annette.runtime.metric.Calibration;
import dev.annette.runtime.metric.ClassMeasures;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.metric.ProbabilityMeasures;
import dev.annette.runtime.metric.Ranking;
import java.util.List;
import java.util.Optional;

/** Whether probabilities mean what they say; for two classes the curves of all thresholds. */
final class ProbabilitySection implements Section {
  private static final Scale SHARE = Scale.linear(0, 1);

  private final Optional<ProbabilityMeasures> measures;

  ProbabilitySection(Optional<Evaluation> evaluation) {
    measures =
        evaluation
            .map(Evaluation::measures)
            .filter(ClassMeasures.class::isInstance)
            .flatMap(classes -> ((ClassMeasures) classes).probabilities());
  }

  @Override
  public String title() {
    return "Probabilities";
  }

  @Override
  public boolean hasContent() {
    return measures.isPresent();
  }

  @Override
  public void write(Markup out) {
    ProbabilityMeasures probabilities = measures.orElseThrow();
    out.open("div", "class", "charts");
    calibration(out, probabilities.calibration());
    probabilities.ranking().ifPresent(ranking -> curves(out, ranking));
    out.close("div").line();
  }

  private static void calibration(Markup out, Calibration calibration) {
    List<Series.Point> points =
        calibration.bins().stream()
            .map(bin -> new Series.Point(bin.probability(), bin.share()))
            .toList();
    square(
        out,
        "Calibration",
        "probability said",
        new Series("share that is so", 1, points),
        true,
        "On the dashed line, of the rows answered with 80 % as many are so. Expected calibration"
            + " error "
            + Figures.of(calibration.expectedError())
            + ".");
  }

  private static void curves(Markup out, Ranking ranking) {
    square(
        out,
        "ROC curve",
        "false positive rate",
        new Series(
            "true positive rate",
            2,
            ranking.roc().points().stream()
                .map(point -> new Series.Point(point.falsePositiveRate(), point.truePositiveRate()))
                .toList()),
        true,
        "Area " + Figures.of(ranking.roc().area()) + "; the dashed line is chance.");
    square(
        out,
        "Precision and recall",
        "recall",
        new Series(
            "precision",
            3,
            ranking.precisionRecall().points().stream()
                .map(point -> new Series.Point(point.recall(), point.precision()))
                .toList()),
        false,
        "Average precision " + Figures.of(ranking.precisionRecall().averagePrecision()) + ".");
  }

  private static void square(
      Markup out, String name, String along, Series line, boolean diagonal, String words) {
    if (!line.isVisible()) {
      return;
    }
    LineChart chart = new LineChart(name, along, List.of(line), SHARE, SHARE);
    out.open("figure").element("h3", name);
    (diagonal ? chart.withDiagonal() : chart).write(out);
    out.element("figcaption", words).close("figure").line();
  }
}

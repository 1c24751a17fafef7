package dev.annette.runtime.report;

import dev.annette.runtime.metric.Calibration;
import dev.annette.runtime.metric.ClassMeasures;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.metric.LabelMeasures;
import dev.annette.runtime.metric.Measures;
import dev.annette.runtime.metric.PrecisionRecallCurve;
import dev.annette.runtime.metric.ProbabilityMeasures;
import dev.annette.runtime.metric.RocCurve;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether probabilities mean what they say; for yes or no the curves of all thresholds. */
final class ProbabilitySection implements Section {
  private static final Scale SHARE = Scale.linear(0, 1);

  private final Map<String, ProbabilityMeasures> measures; // by what follows the names of figures

  ProbabilitySection(Optional<Evaluation> evaluation) {
    measures = evaluation.map(all -> measures(all.measures())).orElse(Map.of());
  }

  private static Map<String, ProbabilityMeasures> measures(Measures all) {
    Map<String, ProbabilityMeasures> found = new LinkedHashMap<>();
    if (all instanceof ClassMeasures classes) {
      classes.probabilities().ifPresent(one -> found.put("", one));
    } else if (all instanceof LabelMeasures labels) {
      for (int i = 0; i < labels.names().size(); i++) {
        String name = " of " + labels.names().get(i);
        labels.labels().get(i).probabilities().ifPresent(one -> found.put(name, one));
      }
    }
    return found;
  }

  @Override
  public String title() {
    return "Probabilities";
  }

  @Override
  public boolean hasContent() {
    return measures.values().stream().anyMatch(one -> !one.calibration().bins().isEmpty());
  }

  @Override
  public void write(Markup out) {
    out.open("div", "class", "charts").line();
    measures.forEach(
        (name, one) -> {
          calibration(out, name, one.calibration(), one.ranking().isPresent());
          one.ranking().ifPresent(ranking -> roc(out, name, ranking.roc()));
          one.ranking().ifPresent(ranking -> precision(out, name, ranking.precisionRecall()));
        });
    out.close("div").line();
  }

  private static void calibration(
      Markup out, String name, Calibration calibration, boolean isYesOrNo) {
    String share = isYesOrNo ? "share that is yes" : "share that is right";
    String words =
        "The %s of the rows answered with a probability; on the dashed line both agree. The larger"
                .formatted(share)
            + " a point, the more rows. Expected calibration error "
            + Figures.of(calibration.expectedError())
            + ".";
    Figure.write(
        out,
        "Calibration" + name,
        words,
        markup -> new ReliabilityDiagram(calibration).write(markup),
        markup -> {
          Table table = Table.of(markup, "probability", "mean", "rows", share);
          for (Calibration.Bin bin : calibration.bins()) {
            table.row(
                "%s to %s".formatted(Figures.of(bin.from()), Figures.of(bin.to())),
                List.of(
                    Figures.of(bin.probability()),
                    Figures.of(bin.weight()),
                    Figures.percent(bin.share())));
          }
          table.end();
        });
  }

  private static void roc(Markup out, String name, RocCurve curve) {
    if (curve.points().isEmpty()) {
      return;
    }
    List<Series.Point> points =
        curve.points().stream()
            .map(point -> new Series.Point(point.falsePositiveRate(), point.truePositiveRate()))
            .toList();
    String area = Figures.of(curve.area());
    Figure.write(
        out,
        "ROC curve" + name,
        "True positive rate over false positive rate. Area "
            + area
            + "; the dashed line is chance.",
        markup -> chart("ROC curve", "false positive rate", points).withDiagonal().write(markup));
  }

  private static void precision(Markup out, String name, PrecisionRecallCurve curve) {
    if (curve.points().isEmpty()) {
      return;
    }
    List<Series.Point> points =
        curve.points().stream()
            .map(point -> new Series.Point(point.recall(), point.precision()))
            .toList();
    Figure.write(
        out,
        "Precision and recall" + name,
        "Precision over recall. Average precision " + Figures.of(curve.averagePrecision()) + ".",
        markup -> chart("Precision by recall", "recall", points).write(markup));
  }

  private static LineChart chart(String words, String along, List<Series.Point> points) {
    return new LineChart(words, along, List.of(new Series(words, 1, points)), SHARE, SHARE)
        .square();
  }
}

package dev.annette.runtime.metric;

import java.util.List;

/**
 * How well a network answers yes or no several times a row.
 *
 * @param names what each output answers
 * @param labels how well each output answers
 * @param micro the scores of yes if all answers of all outputs are counted together
 * @param subsetAccuracy the share of the rows of which every answer is right
 */
public record LabelMeasures(
    List<String> names, List<ClassMeasures> labels, ClassScores micro, double subsetAccuracy)
    implements Measures {

  /** Copies the lists. */
  public LabelMeasures {
    names = List.copyOf(names);
    labels = List.copyOf(labels);
  }

  /** Returns the scores of yes of an output. */
  public ClassScores scores(int label) {
    return labels.get(label).scores(1);
  }

  /** Returns the mean of the scores of yes over the outputs, each of which counts the same. */
  public ClassScores macro() {
    ClassScoresMean mean = new ClassScoresMean();
    labels.forEach(label -> mean.add(label.scores(1), 1));
    return mean.value();
  }

  /** Returns the mean of the scores of yes, each output counting as many rows as are yes. */
  public ClassScores weighted() {
    ClassScoresMean mean = new ClassScoresMean();
    labels.forEach(label -> mean.add(label.scores(1), label.scores(1).support()));
    return mean.value();
  }

  /** Returns the share of wrong answers. */
  public double hammingLoss() {
    return labels.stream().mapToDouble(label -> 1 - label.accuracy()).average().orElse(Double.NaN);
  }

  /** Returns the mean area under the ROC curves of the outputs that have one; NaN if none has. */
  public double rocAuc() {
    return ProbabilityMeasures.meanOfExisting(
        labels.stream().map(label -> label.ranking().roc().area()).toList());
  }

  /** Returns the mean average precision of the outputs that have one; NaN if none has. */
  public double averagePrecision() {
    return ProbabilityMeasures.meanOfExisting(
        labels.stream()
            .map(label -> label.ranking().precisionRecall().averagePrecision())
            .toList());
  }

  /** Returns a table. */
  @Override
  public String toString() {
    return LabelText.of(this);
  }
}

package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import java.util.List;
import java.util.stream.IntStream;

/** The answers of several outputs for yes or no. */
final class LabelAnswers implements Answers {
  private final List<String> names;
  private final List<YesNoAnswers> outputs;
  private final WeightedMean allRight = new WeightedMean();

  LabelAnswers(NetworkDescription network) {
    names = OutputNames.of(network);
    outputs = IntStream.range(0, network.outputs()).mapToObj(YesNoAnswers::new).toList();
  }

  @Override
  public void add(Dataset rows, int row, float[] logits, int from) {
    boolean isRight = true;
    for (int i = 0; i < outputs.size(); i++) {
      outputs.get(i).add(rows, row, logits, from);
      isRight &= Scores.answersYes(logits[from + i]) == Scores.isYes(rows, row, i);
    }
    allRight.add(isRight ? 1 : 0, rows.weight(row));
  }

  @Override
  public LabelMeasures measures() {
    List<ClassMeasures> labels = outputs.stream().map(YesNoAnswers::measures).toList();
    return new LabelMeasures(names, labels, micro(labels), allRight.value());
  }

  private static ClassScores micro(List<ClassMeasures> labels) {
    double right = 0;
    double predicted = 0;
    double actual = 0;
    for (ClassMeasures label : labels) {
      right += label.confusion().count(1, 1);
      predicted += label.confusion().count(0, 1) + label.confusion().count(1, 1);
      actual += label.confusion().count(1, 0) + label.confusion().count(1, 1);
    }
    return ClassScores.of(right, predicted, actual);
  }
}

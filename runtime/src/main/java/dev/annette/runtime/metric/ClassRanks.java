package dev.annette.runtime.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows ranked by the log odds of each class against the others; of two classes only by those of the
 * second, since the first has the same the other way round.
 */
final class ClassRanks {
  private final int classes;
  private final int first;
  private final List<ScoredRows> rows = new ArrayList<>();

  ClassRanks(int classes) {
    this.classes = classes;
    this.first = classes == 2 ? 1 : 0;
    IntStream.range(first, classes).forEach(i -> rows.add(new ScoredRows()));
  }

  void add(float[] logits, int from, int actual, float weight) {
    for (int i = first; i < classes; i++) {
      rows.get(i - first).add(LogOdds.of(logits, from, classes, i), actual == i, weight);
    }
  }

  /** Returns the ranks by class; a single one for two classes. */
  List<RankedRows> ranked() {
    return rows.stream().map(ScoredRows::ranked).toList();
  }

  /** Returns the mean area under the ROC curves that exist. */
  double rocArea() {
    return ProbabilityMeasures.meanOfAreas(ranked().stream().map(RankedRows::rocArea).toList());
  }
}

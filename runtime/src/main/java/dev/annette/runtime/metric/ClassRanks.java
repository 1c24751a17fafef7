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
  private final float[] odds; // [classes]

  ClassRanks(int classes) {
    this.classes = classes;
    this.first = classes == 2 ? 1 : 0;
    this.odds = new float[classes];
    IntStream.range(first, classes).forEach(i -> rows.add(new ScoredRows()));
  }

  void add(float[] logits, int from, int actual, float weight) {
    LogOdds.write(logits, from, classes, odds);
    for (int i = first; i < classes; i++) {
      rows.get(i - first).add(odds[i], actual == i, weight);
    }
  }

  /** Returns the ranks by class; a single one for two classes. */
  List<RankedRows> ranked() {
    return rows.stream().map(ScoredRows::ranked).toList();
  }
}

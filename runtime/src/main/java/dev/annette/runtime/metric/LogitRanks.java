package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import java.util.List;
import java.util.stream.Stream;

/** Rows ranked by every output of a network that stands for a probability. */
final class LogitRanks {
  private final ClassRanks classes; // null for answers of yes or no
  private final List<ScoredRows> answers; // [outputs]; empty for classes

  LogitRanks(NetworkDescription network) {
    classes = network.outputsAreClasses() ? new ClassRanks(network.outputs()) : null;
    answers =
        Stream.generate(ScoredRows::new)
            .limit(network.outputsAreClasses() ? 0 : network.outputs())
            .toList();
  }

  void add(Dataset rows, int row, float[] logits, int from) {
    float weight = rows.weight(row);
    if (classes != null) {
      classes.add(logits, from, Scores.actual(rows, row), weight);
    }
    for (int i = 0; i < answers.size(); i++) {
      answers.get(i).add(logits[from + i], Scores.isYes(rows, row, i), weight);
    }
  }

  /** Returns the ranks by output; a single one for two classes. */
  List<RankedRows> ranked() {
    return classes == null ? answers.stream().map(ScoredRows::ranked).toList() : classes.ranked();
  }
}

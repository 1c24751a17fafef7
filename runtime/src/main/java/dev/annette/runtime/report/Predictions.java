package dev.annette.runtime.report;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.OutputReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a network for numbers says of rows, beside what is so. */
final class Predictions implements OutputReader {
  private final List<List<Series.Point>> outputs; // [outputs][rows]

  /** Starts with no rows. */
  Predictions(int outputs) {
    this.outputs =
        IntStream.range(0, outputs).<List<Series.Point>>mapToObj(i -> new ArrayList<>()).toList();
  }

  /** Returns how many numbers a row has. */
  int count() {
    return outputs.size();
  }

  /** Returns the rows of an output: what is so along, what is predicted up. */
  List<Series.Point> of(int output) {
    return List.copyOf(outputs.get(output));
  }

  @Override
  public void add(Dataset rows, int row, float[] logits, int from) {
    for (int i = 0; i < outputs.size(); i++) {
      outputs.get(i).add(new Series.Point(rows.target(row, i), logits[from + i]));
    }
  }
}

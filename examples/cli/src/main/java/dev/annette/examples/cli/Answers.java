package dev.annette.examples.cli;

import dev.annette.Loss;
import dev.annette.runtime.model.ColumnDescription;
import dev.annette.runtime.model.Decision;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.rows.ReadableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a model says of rows, as cells of a table. */
final class Answers {
  private final NetworkDescription network;
  private final List<ColumnDescription> labels;

  Answers(NetworkDescription network) {
    this.network = network;
    this.labels = TableRows.labels(network);
  }

  /** Returns the names of the columns that {@link #of} fills. */
  List<String> header() {
    List<String> header = new ArrayList<>();
    for (ColumnDescription label : labels) {
      header.add(label.name() + " predicted");
      if (hasProbability()) {
        header.add(label.name() + " probability");
      }
    }
    return header;
  }

  /** Returns the cells for each row. */
  <R> List<List<String>> of(NetworkModel model, ReadableRows<R> type, List<R> rows) {
    float[] features = new float[rows.size() * network.inputSize()];
    for (int i = 0; i < rows.size(); i++) {
      type.encode(rows.get(i), features, i * network.inputSize());
    }
    float[] outputs = new float[rows.size() * network.outputs()];
    model.predictor().predict(features, rows.size(), outputs);
    List<List<String>> answers = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      answers.add(cells(outputs, i * network.outputs()));
    }
    return answers;
  }

  private List<String> cells(float[] outputs, int at) {
    if (network.outputsAreClasses()) {
      int best = Decision.argMax(outputs, at, network.outputs());
      return List.of(labels.get(0).categories().get(best), share(outputs[at + best]));
    }
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      if (hasProbability()) {
        cells.add(String.valueOf(outputs[at + i] >= 0.5f));
        cells.add(share(outputs[at + i]));
      } else {
        cells.add(String.valueOf(outputs[at + i]));
      }
    }
    return cells;
  }

  private boolean hasProbability() {
    return network.outputsAreClasses() || network.loss() == Loss.BINARY_CROSS_ENTROPY;
  }

  private static String share(float probability) {
    return String.format(Locale.ROOT, "%.4f", probability);
  }
}

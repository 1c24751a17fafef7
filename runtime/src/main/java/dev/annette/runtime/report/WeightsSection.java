package dev.annette.runtime.report;

import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.sparsity.LayerSparsity;
import dev.annette.runtime.sparsity.SparsityReport;
import dev.annette.runtime.train.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the weights of every layer are spread, how many are exactly 0, which units are dead. */
final class WeightsSection implements Section {
  private final ModelContent content;
  private final SparsityReport sparsity;
  private final Optional<History> history;

  WeightsSection(NetworkModel model, Optional<History> history) {
    this.content = model.content();
    this.sparsity = SparsityReport.of(model);
    this.history = history;
  }

  @Override
  public String title() {
    return "Weights";
  }

  @Override
  public boolean hasContent() {
    return !sparsity.layers().isEmpty();
  }

  @Override
  public void write(Markup out) {
    out.open("div", "class", "charts").line();
    List<TensorDescription> tensors = content.description().tensors();
    for (int i = 0; i < tensors.size(); i++) {
      if (tensors.get(i).role() == TensorDescription.Role.WEIGHT) {
        write(out, tensors.get(i), content.tensor(i));
      }
    }
    out.close("div").line();
    writeSparsity(out);
    List<Integer> useless = sparsity.inputsWithoutEffect();
    if (!useless.isEmpty()) {
      out.element(
          "p",
          "%d of %d inputs have no effect: all of their weights are 0."
              .formatted(useless.size(), sparsity.layers().get(0).inputs()));
    }
  }

  private static void write(Markup out, TensorDescription tensor, float[] values) {
    Histogram histogram = new Histogram(values);
    String words =
        "%s weights, at most %s in magnitude."
            .formatted(Figures.count(values.length), Figures.of(histogram.reach()));
    Figure.write(
        out,
        tensor.name(),
        words,
        markup -> histogram.write(markup, "How many weights of " + tensor.name() + " are where"));
  }

  private void writeSparsity(Markup out) {
    List<String> header = new ArrayList<>(List.of("layer", "weights", "exactly 0", "share"));
    header.addAll(List.of("units", "dead units"));
    boolean observes = history.isPresent() && history.get().observed().sampledRows() > 0;
    if (observes) {
      header.add("silent units");
    }
    Table table = Table.of(out, header, "");
    for (LayerSparsity layer : sparsity.layers()) {
      List<String> cells = new ArrayList<>();
      cells.add(Figures.count(layer.weights()));
      cells.add(Figures.count(layer.zeros()));
      cells.add(Figures.percent(layer.zeroShare()));
      cells.add(Figures.count(layer.units()));
      cells.add(Figures.count(sparsity.deadUnits(layer.layer()).size()));
      if (observes) {
        Integer silent = history.get().observed().deadUnits().get(layer.layer());
        cells.add(silent == null ? Figures.of(Double.NaN) : Figures.count(silent));
      }
      table.row(layer.layer(), cells);
    }
    table.end();
    String dead = "A dead unit has no incoming weight but 0, or none that reads it.";
    out.element("p", observes ? dead + silent() : dead, "class", "note");
  }

  private String silent() {
    return " A silent one handed on 0 for each of %s training rows."
        .formatted(Figures.count(history.orElseThrow().observed().sampledRows()));
  }
}

package dev.annette.runtime.report;

import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.sparsity.LayerSparsity;
import dev.annette.runtime.sparsity.SparsityReport;
import java.util.List;

/** How the weights of every layer are spread, how many are exactly 0, which units are dead. */
final class WeightsSection implements Section {
  private final ModelContent content;
  private final SparsityReport sparsity;

  WeightsSection(NetworkModel model) {
    content = model.content();
    sparsity = SparsityReport.of(model);
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
    out.open("div", "class", "small");
    List<TensorDescription> tensors = content.description().tensors();
    for (int i = 0; i < tensors.size(); i++) {
      if (tensors.get(i).role() == TensorDescription.Role.WEIGHT) {
        write(out, tensors.get(i), content.tensor(i));
      }
    }
    out.close("div").line();
    List<Integer> useless = sparsity.inputsWithoutEffect();
    if (!useless.isEmpty()) {
      out.element(
          "p",
          "%d of %d inputs have no effect: all of their weights are 0."
              .formatted(useless.size(), content.description().inputSize()));
    }
    Table table = Table.of(out, "layer", "weights", "exactly 0", "dead units");
    for (LayerSparsity layer : sparsity.layers()) {
      table.row(
          layer.layer(),
          List.of(
              Figures.count(layer.weights()),
              Figures.percent(layer.zeroShare()),
              String.valueOf(sparsity.deadUnits(layer.layer()).size())));
    }
    table.end();
  }

  private static void write(Markup out, TensorDescription tensor, float[] values) {
    out.open("figure").element("h3", tensor.name());
    new Histogram("How the numbers of " + tensor.name() + " are spread", values).write(out);
    out.element("figcaption", "without those that are exactly 0").close("figure").line();
  }
}

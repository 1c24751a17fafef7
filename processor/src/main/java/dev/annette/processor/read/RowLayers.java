package dev.annette.processor.read;

import dev.annette.Loss;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.Column;
import dev.annette.processor.ir.ColumnEncoder;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.LayerSpec;
import dev.annette.processor.ir.RowDeclaration;
import dev.annette.processor.ir.Shape;
import dev.annette.processor.layer.ColumnEmbedding;
import dev.annette.processor.layer.ColumnScaling;
import dev.annette.processor.layer.LabelScaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What typed rows add to the layers: what columns measure and learn before, the width of the
 * output, and the units of the labels behind.
 */
final class RowLayers {
  /** Stands in for a width that is missing; it is enough for every loss. */
  private static final int WIDTH = 2;

  private final MirrorAttributes network;
  private final Optional<RowDeclaration> rows;
  private final Diagnostics problems;

  RowLayers(MirrorAttributes network, Optional<RowDeclaration> rows, Diagnostics problems) {
    this.network = network;
    this.rows = rows;
    this.problems = problems;
  }

  /** Returns the layers, each with its width; reports those that have none or a wrong one. */
  List<LayerDeclaration> complete(List<LayerDeclaration> declared) {
    List<LayerDeclaration> layers = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      LayerDeclaration layer = declared.get(i);
      boolean isOutput = i == declared.size() - 1;
      if (isTyped() && layer.spec().mustBeFirst()) {
        layer = refused(layer);
      }
      layers.add(isOutput ? output(layer) : hidden(layer));
    }
    List<LayerDeclaration> columns = new ArrayList<>();
    rows.filter(RowDeclaration::isMeasured)
        .ifPresent(r -> columns.add(added(r.layer(), new ColumnScaling(r.isFilled()))));
    rows.ifPresent(r -> columns.addAll(embeddings(r, taken(r, layers))));
    layers.addAll(0, columns);
    rows.filter(r -> r.hasScaledLabels() && !declared.isEmpty())
        .ifPresent(r -> layers.add(added(r.labelLayer(), new LabelScaling())));
    return layers;
  }

  private static Set<String> taken(RowDeclaration row, List<LayerDeclaration> layers) {
    Set<String> names = layers.stream().map(LayerDeclaration::name).collect(Collectors.toSet());
    names.add(row.layer());
    names.add(row.labelLayer());
    return names;
  }

  /** Returns a layer for each embedded column, under its name or one that is not taken. */
  private static List<LayerDeclaration> embeddings(RowDeclaration row, Set<String> taken) {
    List<LayerDeclaration> layers = new ArrayList<>();
    for (Column column : row.features()) {
      column.embedding().ifPresent(dims -> layers.add(embedding(row, column, dims, taken)));
    }
    return layers;
  }

  private static LayerDeclaration embedding(
      RowDeclaration row, Column column, int dims, Set<String> taken) {
    String name = column.name();
    while (!taken.add(name)) {
      name += "_";
    }
    LayerSpec spec =
        new ColumnEmbedding(
            column.name(),
            row.embeddedPosition(column),
            column.encoder().map(ColumnEncoder::width).orElse(1),
            dims);
    return new LayerDeclaration(name, spec, List.of(), List.of(), column.origin());
  }

  private LayerDeclaration added(String name, LayerSpec spec) {
    return new LayerDeclaration(name, spec, List.of(), List.of(), network.origin("rows"));
  }

  /** Reports a layer that measures features, and returns one that does not. */
  private LayerDeclaration refused(LayerDeclaration layer) {
    problems.report(
        Problem.CONFLICT,
        layer.origin(),
        layer.name()
            + " measures all features, but with rows each column says for itself how it is scaled."
            + " Remove it, and write @Standardize on columns.");
    return with(layer, new UnreadLayer());
  }

  private LayerDeclaration hidden(LayerDeclaration layer) {
    if (!layer.spec().leavesOutputs()) {
      return layer;
    }
    problems.report(
        Problem.MISSING,
        layer.shapeOrigin(),
        layer.name()
            + " does not say how many units it has"
            + (isTyped()
                ? "; only those of the last layer follow from the label."
                : "; they follow from a label only in the last layer of a network with rows.")
            + " Write them, such as @Dense(units = 16).");
    return withOutputs(layer, WIDTH, "");
  }

  private LayerDeclaration output(LayerDeclaration layer) {
    if (layer.spec().leavesOutputs()) {
      return isTyped()
          ? withOutputs(
              layer,
              rows.map(RowDeclaration::outputs).orElse(WIDTH),
              rows.map(this::label).orElse(""))
          : hidden(layer);
    }
    if (rows.isPresent() && layer.spec().canBeOutput()) {
      checkWidth(layer, rows.get());
    }
    return layer;
  }

  private void checkWidth(LayerDeclaration layer, RowDeclaration row) {
    long width = layer.spec().outputShape(Shape.of(1)).size();
    if (layer.spec() instanceof UnreadLayer || width == row.outputs()) {
      return;
    }
    String name = row.labels().get(0).name();
    problems.report(
        Problem.CONFLICT,
        layer.shapeOrigin(),
        layer.name()
            + " has "
            + width
            + (width == 1 ? " unit, but " : " units, but ")
            + (row.loss() == Loss.CROSS_ENTROPY
                ? "the label " + name + " has " + row.outputs() + " classes, each with an output"
                : row.outputs() == 1
                    ? "the label " + name + " is one output"
                    : row.outputs() + " labels are as many outputs")
            + ". Remove units: they follow from the label.");
  }

  /** Returns what says how many outputs there are. */
  private String label(RowDeclaration row) {
    return "@Label on " + row.type().simpleName() + "." + row.labels().get(0).name();
  }

  private static LayerDeclaration withOutputs(LayerDeclaration layer, int outputs, String source) {
    return with(layer, layer.spec().withOutputs(outputs, source));
  }

  private static LayerDeclaration with(LayerDeclaration layer, LayerSpec spec) {
    return new LayerDeclaration(
        layer.name(), spec, layer.modifiers(), layer.allowed(), layer.origin());
  }

  private boolean isTyped() {
    return network.isWritten("rows");
  }
}

package dev.annette.runtime.report;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.PenaltyRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The layers with what modifies them, and the penalties as they acted. */
final class LayersSection implements Section {
  private final NetworkModel model;

  LayersSection(NetworkModel model) {
    this.model = model;
  }

  @Override
  public String title() {
    return "Network";
  }

  @Override
  public boolean hasContent() {
    return true;
  }

  @Override
  public void write(Markup out) {
    NetworkDescription network = model.description();
    Table table = Table.of(out, List.of("layer", "is", "with", "outputs", "parameters"), "layers");
    int width = network.inputSize();
    for (LayerDescription layer : network.layers()) {
      width = layer.attributes().get("units") instanceof Integer units ? units : width;
      String modifiers =
          layer.modifiers().stream().map(LayersSection::modifier).collect(Collectors.joining(" "));
      table.row(
          layer.name(),
          List.of(
              kind(layer), modifiers, Figures.count(width), Figures.count(layer.parameterCount())));
    }
    table.row("all", List.of("", "", "", Figures.count(network.parameterCount())));
    table.end();
    if (!model.provenance().penalties().isEmpty()) {
      writePenalties(out);
    }
    out.open("details").element("summary", "The summary as text").line();
    out.open("div", "class", "wide", "tabindex", "0").element("pre", model.summary());
    out.close("div").close("details").line();
  }

  private void writePenalties(Markup out) {
    out.element("h3", "Penalties as they acted");
    Table table =
        Table.of(out, List.of("acts on", "penalty", "scaling", "\u03bb", "effective"), "layers");
    for (PenaltyRecord penalty : model.provenance().penalties()) {
      table.row(
          penalty.parameter(),
          List.of(
              annotation(penalty.kind()),
              penalty.scaling(),
              NumberRule.number(penalty.lambda()),
              Figures.of(penalty.effective())));
    }
    table.end();
  }

  private static String kind(LayerDescription layer) {
    Object activation = layer.attributes().get("activation");
    return activation == null ? layer.kind() : layer.kind() + ", " + activation;
  }

  /** Returns a modifier as one writes it, the main value first: {@code @L2(0.1, textbook)}. */
  private static String modifier(ModifierDescription modifier) {
    StringJoiner values = new StringJoiner(", ", "(", ")").setEmptyValue("");
    Object main = modifier.attributes().get("value");
    if (main != null) {
      values.add(text(main));
    }
    for (Map.Entry<String, Object> attribute : modifier.attributes().entrySet()) {
      if (attribute.getValue() instanceof Boolean flag) {
        if (flag) {
          values.add(attribute.getKey());
        }
      } else if (!attribute.getKey().equals("value")) {
        values.add(text(attribute.getValue()));
      }
    }
    return annotation(modifier.kind()) + values;
  }

  private static String annotation(String kind) {
    return "@" + kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
  }

  private static String text(Object value) {
    return value instanceof Double number ? NumberRule.number(number) : value.toString();
  }
}

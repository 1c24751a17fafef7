package dev.annette.runtime.model;

import dev.annette.rule.NumberRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A description as a text table, at most 80 columns wide. */
final class DescriptionSummary {
  private static final int WIDTH = 80;
  private static final int NAME_WIDTH = 20;
  private static final int KIND_WIDTH = 20;
  private static final String ROW = "%-" + NAME_WIDTH + "s %-" + KIND_WIDTH + "s %7s %11s  %s";

  private DescriptionSummary() {}

  static String of(NetworkDescription network) {
    List<String> lines = new ArrayList<>();
    lines.add(network.network());
    lines.add(
        "%s inputs, %s, loss %s"
            .formatted(shape(network.input()), outputs(network), loss(network)));
    lines.add("");
    lines.add(ROW.formatted("layer", "kind", "outputs", "parameters", "modifiers"));
    int width = network.inputSize();
    for (LayerDescription layer : network.layers()) {
      width = layer.outputs(width);
      addLayer(lines, layer, width);
    }
    lines.add("");
    lines.add(count(network.parameterCount()) + " parameters");
    return String.join("\n", lines.stream().map(DescriptionSummary::clipped).toList()) + "\n";
  }

  private static void addLayer(List<String> lines, LayerDescription layer, int outputs) {
    List<String> modifiers = layer.modifiers().stream().map(DescriptionSummary::modifier).toList();
    String first = modifiers.isEmpty() ? "" : modifiers.get(0);
    lines.add(
        ROW.formatted(
            clip(layer.name(), NAME_WIDTH),
            clip(kind(layer), KIND_WIDTH),
            count(outputs),
            count(layer.parameterCount()),
            first));
    for (String modifier : modifiers.subList(Math.min(1, modifiers.size()), modifiers.size())) {
      lines.add(ROW.formatted("", "", "", "", modifier));
    }
  }

  private static String kind(LayerDescription layer) {
    Object activation = layer.attributes().get("activation");
    return activation == null ? layer.kind() : layer.kind() + " " + activation;
  }

  /** Returns the kind and its attribute values, the main one first: {@code l2 0.1 textbook}. */
  private static String modifier(ModifierDescription modifier) {
    StringBuilder text = new StringBuilder(modifier.kind());
    Object main = modifier.attributes().get("value");
    if (main != null) {
      text.append(' ').append(value(main));
    }
    for (Map.Entry<String, Object> attribute : modifier.attributes().entrySet()) {
      if (attribute.getValue() instanceof Boolean flag) {
        text.append(flag ? " " + attribute.getKey() : "");
      } else if (!attribute.getKey().equals("value")) {
        text.append(' ').append(value(attribute.getValue()));
      }
    }
    return text.toString();
  }

  private static String value(Object value) {
    return value instanceof Double number ? NumberRule.number(number) : value.toString();
  }

  private static String loss(NetworkDescription network) {
    return network.customLoss() == null ? lowerCase(network.loss()) : network.lossName();
  }

  private static String outputs(NetworkDescription network) {
    return count(network.outputs()) + (network.outputsAreClasses() ? " classes" : " outputs");
  }

  private static String shape(List<Integer> shape) {
    return String.join("x", shape.stream().map(DescriptionSummary::count).toList());
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String clipped(String line) {
    return clip(line.stripTrailing(), WIDTH);
  }

  private static String clip(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }
}

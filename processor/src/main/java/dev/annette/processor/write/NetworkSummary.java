package dev.annette.processor.write;

import dev.annette.processor.ir.Costs;
import dev.annette.processor.ir.Declaration;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Shape;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is known of a network when it is compiled, as lines of text: columns, layers with their
 * modifiers, and what they cost.
 */
final class NetworkSummary {
  /** So that a line fits into a hundred columns as a text of generated code and in a comment. */
  private static final int WIDTH = 84;

  private static final int LONGEST_NAME = 20;
  private static final String MODIFIER = "  + ";
  private static final int EXAMPLE_BATCH = 32;

  private final Declaration declaration;
  private final Costs costs;

  NetworkSummary(Costs costs) {
    this.costs = costs;
    this.declaration = costs.training().declaration();
  }

  /** Returns the lines, each of at most 84 columns. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    declaration.rows().ifPresent(rows -> lines.addAll(ColumnSummary.lines(rows)));
    if (!lines.isEmpty()) {
      lines.add("");
    }
    addLayers(lines);
    lines.add("");
    addTotals(lines);
    return lines.stream().map(line -> clip(line, WIDTH)).toList();
  }

  private void addLayers(List<String> lines) {
    List<String> table = table(true);
    if (table.stream().anyMatch(line -> line.length() > WIDTH)) {
      table = table(false);
    }
    lines.add(table.get(0));
    for (int i = 0; i < declaration.layers().size(); i++) {
      LayerDeclaration layer = declaration.layers().get(i);
      lines.add(table.get(i + 1));
      layer.modifiers().forEach(modifier -> addModifier(lines, layer, modifier));
    }
  }

  /**
   * Returns a line of column names and one for each layer.
   *
   * @param addends whether the parameters of a layer are shown one by one: weights + biases
   */
  private List<String> table(boolean addends) {
    TextColumns table =
        new TextColumns(
            3, "layer", "kind", "activation", "output", "parameters", "predicting", "training");
    Shape shape = declaration.input();
    for (LayerDeclaration layer : declaration.layers()) {
      shape = layer.spec().outputShape(shape);
      table.add(
          clip(layer.name(), LONGEST_NAME),
          clip(layer.spec().kind(), LONGEST_NAME),
          activation(layer),
          shape.sizes().stream().map(NetworkSummary::count).collect(Collectors.joining(" x ")),
          parameters(layer.name(), addends),
          cell(costs.toPredict(layer.name())),
          cell(costs.toTrain(layer.name())));
    }
    return table.lines();
  }

  private static String activation(LayerDeclaration layer) {
    return layer
        .spec()
        .activation()
        .map(spec -> spec.activation().name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .filter(name -> !name.equals("linear"))
        .orElse("");
  }

  private String parameters(String layer, boolean addends) {
    List<Value> learned =
        costs.training().parametersOf(layer).stream()
            .map(Parameter::value)
            .filter(value -> value.role() == Value.Role.LEARNED)
            .toList();
    return addends
        ? learned.stream().map(value -> count(value.size())).collect(Collectors.joining(" + "))
        : cell(learned.stream().mapToLong(Value::size).sum());
  }

  private void addModifier(List<String> lines, LayerDeclaration layer, ModifierSpec modifier) {
    String strengths =
        costs.training().parametersOf(layer.name()).stream()
            .flatMap(parameter -> parameter.penalties().stream())
            .filter(penalty -> penalty.kind().equals(modifier.kind()))
            .filter(penalty -> penalty.scaling() != null)
            .map(penalty -> PenaltyText.strength(penalty, costs.training()))
            .distinct()
            .map(strength -> ": " + strength)
            .collect(Collectors.joining());
    String roles = modifier.roles().contains(Parameter.Role.BIAS) ? ", on biases too" : "";
    lines.addAll(
        Javadoc.wrap(MODIFIER + modifier.source() + strengths + roles, "      ", WIDTH)
            .lines()
            .toList());
  }

  private void addTotals(List<String> lines) {
    long predicting = 0;
    long training = 0;
    for (LayerDeclaration layer : declaration.layers()) {
      predicting += costs.toPredict(layer.name());
      training += costs.toTrain(layer.name());
    }
    long atBatch = costs.ofTrainer() + EXAMPLE_BATCH * costs.perRow();
    lines.add(
        "%s parameters, a model of %s bytes"
            .formatted(count(costs.learned()), bytes(costs.ofModel())));
    lines.add(
        "multiply-adds of a row: %s predicting, %s training"
            .formatted(count(predicting), count(training)));
    lines.add(
        "training: %s bytes and %s for each row of a batch, %s with %s rows,"
            .formatted(
                bytes(costs.ofTrainer()),
                bytes(costs.perRow()),
                bytes(atBatch),
                count(EXAMPLE_BATCH)));
    lines.add("  and %s for each array that the optimizer keeps".formatted(bytes(costs.learned())));
  }

  /** Returns the bytes that numbers take. */
  private static String bytes(long numbers) {
    return count(Float.BYTES * numbers);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns a number in a table; nothing for 0. */
  private static String cell(long number) {
    return number == 0 ? "" : count(number);
  }

  private static String clip(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }
}

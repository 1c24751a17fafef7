package dev.annette.runtime.json;

import dev.annette.Loss;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.model.ColumnDescription;
import dev.annette.runtime.model.CustomPart;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.text.Excerpt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what a saved network is made of. */
final class TopologyReader {
  private final TokenReader reader;
  private final Set<String> names = new HashSet<>(); // of layers and tensors

  TopologyReader(TokenReader reader) {
    this.reader = reader;
  }

  NetworkDescription read(String network) throws IOException {
    List<Integer> input = List.of();
    int outputs = 0;
    Loss loss = null;
    double delta = 0;
    CustomPart customLoss = null;
    List<ColumnDescription> columns = List.of();
    List<LayerDescription> layers = List.of();
    ObjectFields fields =
        reader.object(
            List.of("input", "outputs", "loss", "delta", "layers"),
            List.of("customLoss", "columns"));
    for (String field = fields.next(); field != null; field = fields.next()) {
      switch (field) {
        case "input" -> input = shape();
        case "outputs" -> outputs = (int) reader.integer(1, Integer.MAX_VALUE);
        case "loss" -> loss = constant(Loss.values());
        case "delta" -> delta = reader.number(NumberRule.HUBER_DELTA);
        case "customLoss" -> customLoss = CustomPart.named(reader.text());
        case "columns" -> columns = columns();
        default -> layers = layers();
      }
    }
    requireCustom(loss, customLoss);
    return new NetworkDescription(
        network, input, outputs, loss, delta, customLoss, columns, layers);
  }

  private void requireCustom(Loss loss, CustomPart customLoss) throws ModelFormatException {
    if (loss == Loss.CUSTOM && customLoss == null) {
      throw reader.refusal(ModelRule.MISSING_FIELD, "field \"customLoss\"", "none");
    }
    if (loss != Loss.CUSTOM && customLoss != null) {
      throw reader.refusal(
          ModelRule.UNKNOWN_FIELD, "\"customLoss\" only for a custom loss", "it for another");
    }
  }

  private List<ColumnDescription> columns() throws IOException {
    List<ColumnDescription> columns = new ArrayList<>();
    reader.array();
    while (reader.nextElement()) {
      columns.add(column());
    }
    if (columns.isEmpty()) {
      throw reader.refusal(
          ModelRule.UNKNOWN_FIELD,
          "a column",
          "none",
          "a network without columns has no such field");
    }
    return columns;
  }

  private ColumnDescription column() throws IOException {
    String name = "";
    String kind = "";
    SortedMap<String, Object> attributes = new TreeMap<>();
    List<String> categories = new ArrayList<>();
    ObjectFields fields = reader.object("name", "kind", "attributes", "categories");
    for (String field = fields.next(); field != null; field = fields.next()) {
      switch (field) {
        case "name" -> name = reader.text();
        case "kind" -> kind = reader.text();
        case "attributes" -> attributes = attributes();
        default -> {
          reader.array();
          while (reader.nextElement()) {
            categories.add(reader.text());
          }
        }
      }
    }
    return new ColumnDescription(name, kind, attributes, categories);
  }

  private List<LayerDescription> layers() throws IOException {
    List<LayerDescription> layers = new ArrayList<>();
    reader.array();
    while (reader.nextElement()) {
      layers.add(layer());
    }
    return layers;
  }

  private LayerDescription layer() throws IOException {
    String name = "";
    String kind = "";
    SortedMap<String, Object> attributes = new TreeMap<>();
    List<ModifierDescription> modifiers = List.of();
    List<TensorDescription> tensors = List.of();
    ObjectFields fields = reader.object("name", "kind", "attributes", "modifiers", "tensors");
    for (String field = fields.next(); field != null; field = fields.next()) {
      switch (field) {
        case "name" -> name = newName();
        case "kind" -> kind = reader.text();
        case "attributes" -> attributes = attributes();
        case "modifiers" -> modifiers = modifiers();
        default -> tensors = tensors();
      }
    }
    return new LayerDescription(name, kind, attributes, modifiers, tensors);
  }

  private List<ModifierDescription> modifiers() throws IOException {
    List<ModifierDescription> modifiers = new ArrayList<>();
    reader.array();
    while (reader.nextElement()) {
      String kind = "";
      SortedMap<String, Object> attributes = new TreeMap<>();
      ObjectFields fields = reader.object("kind", "attributes");
      for (String field = fields.next(); field != null; field = fields.next()) {
        switch (field) {
          case "kind" -> kind = reader.text();
          default -> attributes = attributes();
        }
      }
      modifiers.add(new ModifierDescription(kind, attributes));
    }
    return modifiers;
  }

  private List<TensorDescription> tensors() throws IOException {
    List<TensorDescription> tensors = new ArrayList<>();
    reader.array();
    while (reader.nextElement()) {
      tensors.add(tensor());
    }
    return tensors;
  }

  private TensorDescription tensor() throws IOException {
    String name = "";
    TensorDescription.Role role = null;
    List<Integer> shape = List.of();
    ObjectFields fields = reader.object("name", "role", "shape");
    for (String field = fields.next(); field != null; field = fields.next()) {
      switch (field) {
        case "name" -> name = newName();
        case "role" -> role = constant(TensorDescription.Role.values());
        default -> shape = shape();
      }
    }
    return new TensorDescription(name, role, shape);
  }

  /** Returns the text at hand, which names no other layer or tensor. */
  private String newName() throws IOException {
    String name = reader.text();
    if (!names.add(name)) {
      throw reader.refusal(
          ModelRule.NETWORK, "a name of its own", "\"" + Excerpt.of(name) + "\" again");
    }
    return name;
  }

  private SortedMap<String, Object> attributes() throws IOException {
    SortedMap<String, Object> attributes = new TreeMap<>();
    NamedValues values = reader.names();
    for (String name = values.next(); name != null; name = values.next()) {
      attributes.put(name, reader.scalar());
    }
    return attributes;
  }

  private List<Integer> shape() throws IOException {
    List<Integer> shape = new ArrayList<>();
    long size = 1;
    reader.array();
    while (reader.nextElement()) {
      int dimension = reader.dimension();
      shape.add(dimension);
      size *= dimension;
      if (size > ModelLimits.ARRAY) {
        throw reader.refusal(
            ModelRule.SHAPE, "at most %d numbers".formatted(ModelLimits.ARRAY), "more");
      }
    }
    if (shape.isEmpty()) {
      throw reader.refusal(ModelRule.SHAPE, "at least one dimension", "none");
    }
    return shape;
  }

  private <E extends Enum<E>> E constant(E[] constants) throws IOException {
    String text = reader.text();
    List<String> names =
        Arrays.stream(constants).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    int index = names.indexOf(text);
    if (index < 0) {
      throw reader.refusal(
          ModelRule.CHOICE,
          "one of " + names,
          "\"" + Excerpt.of(text) + "\"",
          ObjectFields.suggestion(text, names));
    }
    return constants[index];
  }
}

package dev.annette.runtime.json;

import dev.annette.Loss;
import dev.annette.runtime.model.ColumnDescription;
import dev.annette.runtime.model.CustomPart;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.TensorDescription;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what a saved network is made of. */
final class TopologyReader {
  private final TokenReader reader;

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
        case "delta" -> delta = reader.number();
        case "customLoss" -> customLoss = CustomPart.named(reader.text());
        case "columns" -> columns = columns();
        default -> layers = layers();
      }
    }
    return described(
        new Description(network, input, outputs, loss, delta, customLoss, columns, layers));
  }

  /** The parts of a description that may yet break its rules. */
  private record Description(
      String network,
      List<Integer> input,
      int outputs,
      Loss loss,
      double delta,
      CustomPart customLoss,
      List<ColumnDescription> columns,
      List<LayerDescription> layers) {}

  private NetworkDescription described(Description d) throws ModelFormatException {
    try {
      return new NetworkDescription(
          d.network, d.input, d.outputs, d.loss, d.delta, d.customLoss, d.columns, d.layers);
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException("/topology", e.getMessage(), e);
    }
  }

  private List<ColumnDescription> columns() throws IOException {
    List<ColumnDescription> columns = new ArrayList<>();
    reader.array();
    while (reader.nextElement()) {
      columns.add(column());
    }
    if (columns.isEmpty()) {
      throw reader.problem("a network without columns has no such field");
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
        case "name" -> name = reader.text();
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
    String pointer = reader.pointer();
    String name = "";
    TensorDescription.Role role = null;
    List<Integer> shape = List.of();
    ObjectFields fields = reader.object("name", "role", "shape");
    for (String field = fields.next(); field != null; field = fields.next()) {
      switch (field) {
        case "name" -> name = reader.text();
        case "role" -> role = constant(TensorDescription.Role.values());
        default -> shape = shape();
      }
    }
    try {
      return new TensorDescription(name, role, shape);
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException(pointer, e.getMessage(), e);
    }
  }

  private SortedMap<String, Object> attributes() throws IOException {
    SortedMap<String, Object> attributes = new TreeMap<>();
    NamedValues values = new NamedValues(reader);
    for (String name = values.next(); name != null; name = values.next()) {
      attributes.put(name, reader.scalar());
    }
    return attributes;
  }

  private List<Integer> shape() throws IOException {
    List<Integer> shape = new ArrayList<>();
    reader.array();
    while (reader.nextElement()) {
      shape.add((int) reader.integer(1, Integer.MAX_VALUE));
    }
    return shape;
  }

  private <E extends Enum<E>> E constant(E[] constants) throws IOException {
    String text = reader.text();
    List<String> names =
        Arrays.stream(constants).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    int index = names.indexOf(text);
    if (index < 0) {
      throw reader.problem(
          "\"%s\" is unknown; known: %s%s"
              .formatted(text, String.join(", ", names), ObjectFields.suggestion(text, names)));
    }
    return constants[index];
  }
}

package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annette.runtime.model.ColumnDescription;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.TensorDescription;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what a network is made of. */
final class TopologyWriter {
  private final JsonGenerator json;

  TopologyWriter(JsonGenerator json) {
    this.json = json;
  }

  void write(NetworkDescription network) throws IOException {
    json.writeStartObject();
    writeShape("input", network.input());
    json.writeNumberField("outputs", network.outputs());
    json.writeStringField("loss", lowerCase(network.loss()));
    json.writeFieldName("delta");
    json.writeNumber(ShortestDecimal.of(network.delta()));
    if (network.customLoss() != null) {
      BoundedTexts.field(json, "customLoss", network.customLoss().className());
    }
    if (!network.columns().isEmpty()) {
      writeColumns(network.columns());
    }
    json.writeArrayFieldStart("layers");
    for (LayerDescription layer : network.layers()) {
      writeLayer(layer);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeColumns(List<ColumnDescription> columns) throws IOException {
    json.writeArrayFieldStart("columns");
    for (ColumnDescription column : columns) {
      json.writeStartObject();
      BoundedTexts.field(json, "name", column.name());
      BoundedTexts.field(json, "kind", column.kind());
      writeAttributes(column.attributes());
      json.writeArrayFieldStart("categories");
      for (String category : column.categories()) {
        BoundedTexts.text(json, category);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeLayer(LayerDescription layer) throws IOException {
    json.writeStartObject();
    BoundedTexts.field(json, "name", layer.name());
    BoundedTexts.field(json, "kind", layer.kind());
    writeAttributes(layer.attributes());
    json.writeArrayFieldStart("modifiers");
    for (ModifierDescription modifier : layer.modifiers()) {
      json.writeStartObject();
      BoundedTexts.field(json, "kind", modifier.kind());
      writeAttributes(modifier.attributes());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("tensors");
    for (TensorDescription tensor : layer.tensors()) {
      json.writeStartObject();
      BoundedTexts.field(json, "name", tensor.name());
      json.writeStringField("role", lowerCase(tensor.role()));
      writeShape("shape", tensor.shape());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeAttributes(Map<String, Object> attributes) throws IOException {
    json.writeObjectFieldStart("attributes");
    for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
      BoundedTexts.name(json, attribute.getKey());
      Object value = attribute.getValue();
      if (value instanceof Integer number) {
        json.writeNumber(number);
      } else if (value instanceof Double number) {
        json.writeNumber(ShortestDecimal.of(number));
      } else if (value instanceof Boolean flag) {
        json.writeBoolean(flag);
      } else {
        BoundedTexts.text(json, value.toString());
      }
    }
    json.writeEndObject();
  }

  private void writeShape(String field, List<Integer> shape) throws IOException {
    json.writeArrayFieldStart(field);
    for (int dimension : shape) {
      json.writeNumber(dimension);
    }
    json.writeEndArray();
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

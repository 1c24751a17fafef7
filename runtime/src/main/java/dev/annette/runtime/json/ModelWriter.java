package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.TensorDescription;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Writes the canonical form of a model: the same content always gives the same bytes. */
final class ModelWriter {
  static final String FORMAT = "annette";
  static final int VERSION = 1;

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private ModelWriter() {}

  /**
   * Writes a model; the stream stays open.
   *
   * @return its checksum, the last field: the CRC-32C of every byte before that field's comma
   * @throws IllegalArgumentException if a number of a tensor is not finite, or a text too long
   * @throws IOException if the stream fails, or the history is longer than a reader takes
   */
  static String write(ModelContent content, OutputStream out) throws IOException {
    TensorWriter.requireFinite(content);
    requireMemory(content);
    long limit = ModelLimits.documentBytes(content.description());
    CheckedOutputStream checked =
        new CheckedOutputStream(new BoundedOutput(out, limit), new CRC32C());
    try (JsonGenerator json = JSON.createGenerator(checked, JsonEncoding.UTF8)) {
      json.setPrettyPrinter(new ModelLayout());
      json.writeStartObject();
      writeContent(content, json);
      json.flush();
      String checksum = checksum(checked);
      json.writeStringField("checksum", checksum);
      json.writeEndObject();
      json.writeRaw('\n');
      return checksum;
    }
  }

  /** Writes a model as a value within other JSON. */
  static void writeValue(ModelContent content, JsonGenerator json) throws IOException {
    String checksum = checksum(content);
    json.writeStartObject();
    writeContent(content, json);
    json.writeStringField("checksum", checksum);
    json.writeEndObject();
  }

  /** Returns the checksum of a model without keeping the bytes. */
  static String checksum(ModelContent content) throws IOException {
    return write(content, OutputStream.nullOutputStream());
  }

  private static void requireMemory(ModelContent content) throws IOException {
    MemoryBudget budget = ModelLimits.provenance().add(content.provenance());
    if (budget.isExceeded()) {
      throw new IOException(
          "a reader gives the history of a model %d bytes of memory, and this one takes %d"
              .formatted(budget.limit(), budget.taken()));
    }
  }

  private static String checksum(CheckedOutputStream checked) {
    return "crc32c:%08x".formatted(checked.getChecksum().getValue());
  }

  private static void writeContent(ModelContent content, JsonGenerator json) throws IOException {
    json.writeStringField("format", FORMAT);
    json.writeNumberField("version", VERSION);
    BoundedTexts.field(json, "network", content.description().network());
    json.writeFieldName("topology");
    new TopologyWriter(json).write(content.description());
    json.writeFieldName("provenance");
    new ProvenanceWriter(json).write(content.provenance());
    json.writeArrayFieldStart("tensors");
    TensorWriter tensors = new TensorWriter(json);
    List<TensorDescription> described = content.description().tensors();
    for (int i = 0; i < described.size(); i++) {
      tensors.write(described.get(i), content.tensor(i));
    }
    json.writeEndArray();
  }
}

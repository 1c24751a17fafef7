package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.TensorDescription;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;

/** Writes the numbers of tensors: few as plain numbers, many as base64 of little-endian floats. */
final class TensorWriter {
  private final JsonGenerator json;

  TensorWriter(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Requires that a file can hold the numbers.
   *
   * @throws IllegalArgumentException naming tensor, index and value of one that is not finite
   */
  static void requireFinite(ModelContent content) {
    List<TensorDescription> tensors = content.description().tensors();
    for (int t = 0; t < tensors.size(); t++) {
      float[] values = content.tensor(t);
      for (int i = 0; i < values.length; i++) {
        if (!Float.isFinite(values[i])) {
          throw new IllegalArgumentException(
              "%s: %s[%d] is %s; only finite numbers can be saved"
                  .formatted(content.description().network(), tensors.get(t).name(), i, values[i]));
        }
      }
    }
  }

  void write(TensorDescription tensor, float[] values) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", tensor.name());
    if (values.length <= ModelLimits.PLAIN_NUMBERS) {
      json.writeArrayFieldStart("numbers");
      for (float value : values) {
        json.writeNumber(ShortestDecimal.of(value));
      }
    } else {
      json.writeArrayFieldStart("base64");
      for (int from = 0; from < values.length; from += ModelLimits.CHUNK_NUMBERS) {
        writeChunk(values, from, Math.min(ModelLimits.CHUNK_NUMBERS, values.length - from));
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeChunk(float[] values, int from, int count) throws IOException {
    byte[] bytes = new byte[count * Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values, from, count);
    json.writeString(Base64.getEncoder().encodeToString(bytes));
  }
}

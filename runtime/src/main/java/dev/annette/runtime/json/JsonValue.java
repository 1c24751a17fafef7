package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A value within JSON of a user's own as a document of its own. */
final class JsonValue {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonValue() {}

  /**
   * Returns the value at hand, as it is written: numbers keep their digits and names their order,
   * also those that occur twice. The parser comes to the last token of the value.
   */
  static byte[] copyOf(JsonParser value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator copy = JSON.createGenerator(bytes)) {
      int depth = 0;
      JsonToken token = value.currentToken();
      do {
        copy(token, value, copy);
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        token = depth == 0 ? null : value.nextToken();
      } while (token != null);
    }
    return bytes.toByteArray();
  }

  private static void copy(JsonToken token, JsonParser value, JsonGenerator copy)
      throws IOException {
    switch (token) {
      case START_OBJECT -> copy.writeStartObject();
      case END_OBJECT -> copy.writeEndObject();
      case START_ARRAY -> copy.writeStartArray();
      case END_ARRAY -> copy.writeEndArray();
      case FIELD_NAME -> copy.writeFieldName(value.currentName());
      case VALUE_STRING -> copy.writeString(value.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> copy.writeNumber(value.getText());
      default -> copy.writeRawValue(value.getText()); // true, false and null
    }
  }
}

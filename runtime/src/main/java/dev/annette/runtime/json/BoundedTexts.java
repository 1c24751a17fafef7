package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes texts and free names no longer than a reader takes. */
final class BoundedTexts {
  private BoundedTexts() {}

  /** Writes a field with a text. */
  static void field(JsonGenerator json, String name, String text) throws IOException {
    json.writeFieldName(name);
    text(json, text);
  }

  /** Writes a text. */
  static void text(JsonGenerator json, String text) throws IOException {
    require("text", text, ModelLimits.TEXT);
    json.writeString(text);
  }

  /** Writes the name of a field. */
  static void name(JsonGenerator json, String name) throws IOException {
    require("name", name, ModelLimits.NAME);
    json.writeFieldName(name);
  }

  private static void require(String what, String text, int limit) {
    if (text.length() > limit) {
      throw new IllegalArgumentException(
          "a %s of %d characters cannot be saved, at most %d: %s…"
              .formatted(what, text.length(), limit, text.substring(0, 40)));
    }
  }
}

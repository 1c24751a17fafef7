package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonToken;
import dev.annette.runtime.text.Excerpt;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The entries of an object whose names are free, each at most once. */
final class NamedValues {
  private final TokenReader reader;
  private final Set<String> seen = new HashSet<>();

  /** Goes through the object that was just opened. */
  NamedValues(TokenReader reader) {
    this.reader = reader;
  }

  /**
   * Goes to the next name and its value.
   *
   * @return the name, or null at the end of the object
   */
  String next() throws IOException {
    if (reader.next() == JsonToken.END_OBJECT) {
      return null;
    }
    String name = reader.freeName();
    if (!seen.add(name)) {
      throw reader.refusal(
          ModelRule.JSON, "every field once", "\"" + Excerpt.of(name) + "\" twice");
    }
    reader.next();
    return name;
  }
}

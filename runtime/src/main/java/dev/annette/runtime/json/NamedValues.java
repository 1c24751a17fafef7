package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The entries of an object whose names are free, each at most once. */
final class NamedValues {
  private final TokenReader reader;
  private final Set<String> seen = new HashSet<>();

  /** Opens the object at hand. */
  NamedValues(TokenReader reader) throws IOException {
    reader.require(JsonToken.START_OBJECT, "an object");
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
    String name = reader.fieldName();
    if (!seen.add(name)) {
      throw reader.problem("field \"" + name + "\" appears twice");
    }
    reader.next();
    return name;
  }
}

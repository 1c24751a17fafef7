package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonToken;
import dev.annette.rule.NearestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fields of an object, in any order: each known one at most once, none unknown or missing. */
final class ObjectFields {
  private final TokenReader reader;
  private final List<String> required;
  private final List<String> known;
  private final Set<String> seen = new HashSet<>();
  private final String pointer;

  /** Opens the object at hand. */
  ObjectFields(TokenReader reader, List<String> required, List<String> optional)
      throws IOException {
    reader.require(JsonToken.START_OBJECT, "an object");
    this.reader = reader;
    this.required = required;
    this.known = new ArrayList<>(required);
    this.known.addAll(optional);
    this.pointer = reader.pointer();
  }

  /**
   * Goes to the next field and its value.
   *
   * @return its name, or null at the end of the object
   */
  String next() throws IOException {
    if (reader.next() == JsonToken.END_OBJECT) {
      requireAll();
      return null;
    }
    String name = reader.fieldName();
    if (!known.contains(name)) {
      throw new ModelFormatException(
          pointer, "unknown field \"" + name + "\"" + suggestion(name, known));
    }
    if (!seen.add(name)) {
      throw new ModelFormatException(pointer, "field \"" + name + "\" appears twice");
    }
    reader.next();
    return name;
  }

  /** Returns whether a field has been met. */
  boolean has(String name) {
    return seen.contains(name);
  }

  /** Requires that a field comes before the one at hand. */
  void requireBefore(String earlier) throws ModelFormatException {
    if (!seen.contains(earlier)) {
      throw reader.problem("field \"" + earlier + "\" must come before this one");
    }
  }

  /** Returns a clause to append, {@code ; did you mean "units"?}, or an empty text. */
  static String suggestion(String name, Collection<String> known) {
    return NearestName.of(name, known)
        .map(nearest -> "; did you mean \"" + nearest + "\"?")
        .orElse("");
  }

  private void requireAll() throws ModelFormatException {
    for (String name : required) {
      if (!seen.contains(name)) {
        throw new ModelFormatException(pointer, "field \"" + name + "\" is missing");
      }
    }
  }
}

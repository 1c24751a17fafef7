package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonToken;
import dev.annette.rule.NearestName;
import dev.annette.runtime.text.Excerpt;
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
  private String last = "";
  private final JsonPlace place;

  /** Goes through the object that was just opened. */
  ObjectFields(TokenReader reader, List<String> required, List<String> optional) {
    this.reader = reader;
    this.required = required;
    this.known = new ArrayList<>(required);
    this.known.addAll(optional);
    this.place = reader.place();
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
      throw refusal(
          ModelRule.UNKNOWN_FIELD,
          "fields of " + known,
          "\"" + Excerpt.of(name) + "\"",
          suggestion(name, known));
    }
    if (!seen.add(name)) {
      throw refusal(ModelRule.JSON, "every field once", "\"" + name + "\" twice", "");
    }
    last = name;
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
      throw reader.refusal(
          ModelRule.MISSING_FIELD,
          "field \"" + earlier + "\" before this one",
          "\"" + last + "\" first");
    }
  }

  /** Returns {@code did you mean "units"?}, or an empty text. */
  static String suggestion(String name, Collection<String> known) {
    return NearestName.of(name, known)
        .map(nearest -> "did you mean \"" + nearest + "\"?")
        .orElse("");
  }

  private void requireAll() throws ModelFormatException {
    for (String name : required) {
      if (!seen.contains(name)) {
        throw refusal(ModelRule.MISSING_FIELD, "field \"" + name + "\"", "none", "");
      }
    }
  }

  /** Returns an error about a field: where it is, but named after the object. */
  private ModelFormatException refusal(ModelRule rule, String expected, String found, String hint) {
    JsonPlace field = reader.place();
    return new ModelFormatException(
        rule, new JsonPlace(place.pointer(), field.line(), field.column()), expected, found, hint);
  }
}

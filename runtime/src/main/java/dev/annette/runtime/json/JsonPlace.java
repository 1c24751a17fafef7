package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonStreamContext;
import dev.annette.runtime.text.Excerpt;
import java.io.Serializable;

/**
 * A place in a file.
 *
 * @param pointer as a JSON pointer (RFC 6901); empty for the file as a whole
 * @param line from 1; 0 for the file as a whole
 * @param column in characters, from 1; 0 for the file as a whole
 */
record JsonPlace(String pointer, int line, int column) implements Serializable {
  static final JsonPlace FILE = new JsonPlace("", 0, 0);

  /** Returns the place of a value. */
  static JsonPlace of(JsonStreamContext context, JsonLocation location) {
    return new JsonPlace(
        pointer(context), Math.max(location.getLineNr(), 0), Math.max(location.getColumnNr(), 0));
  }

  private static String pointer(JsonStreamContext context) {
    StringBuilder pointer = new StringBuilder();
    for (JsonStreamContext c = context; !c.inRoot(); c = c.getParent()) {
      if (c.inArray() && c.hasCurrentIndex()) {
        pointer.insert(0, "/" + c.getCurrentIndex());
      } else if (c.getCurrentName() != null) {
        String name = Excerpt.of(c.getCurrentName());
        pointer.insert(0, "/" + name.replace("~", "~0").replace("/", "~1"));
      }
    }
    return pointer.toString();
  }
}

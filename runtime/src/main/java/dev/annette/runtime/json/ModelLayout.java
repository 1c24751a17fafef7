package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;
import java.util.Set;

/**
 * Where the lines of a model file break: a line for every part, column, layer, penalty, epoch and
 * tensor, ended by LF, so that two files can be compared line by line.
 */
final class ModelLayout implements PrettyPrinter {
  private static final Set<String> LISTS =
      Set.of("columns", "layers", "penalties", "history", "tensors");
  private static final int LINED_OBJECTS = 2; // the file, and its topology and provenance
  private static final int LINED_ARRAYS = 3; // the lists within those

  @Override
  public void beforeObjectEntries(JsonGenerator json) throws IOException {
    breakLine(json, depth(json.getOutputContext()));
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) throws IOException {
    breakLine(json, depth(json.getOutputContext()));
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
    json.writeRaw(',');
    breakLine(json, depth(json.getOutputContext()));
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(',');
    breakLine(json, depth(json.getOutputContext()));
  }

  @Override
  public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(':');
  }

  @Override
  public void writeStartObject(JsonGenerator json) throws IOException {
    json.writeRaw('{');
  }

  @Override
  public void writeEndObject(JsonGenerator json, int entries) throws IOException {
    close(json, entries, '}');
  }

  @Override
  public void writeStartArray(JsonGenerator json) throws IOException {
    json.writeRaw('[');
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) throws IOException {
    close(json, values, ']');
  }

  @Override
  public void writeRootValueSeparator(JsonGenerator json) {
    // a file is one value
  }

  private static void close(JsonGenerator json, int entries, char end) throws IOException {
    if (entries > 0) {
      breakLine(json, depth(json.getOutputContext()) - 1);
    }
    json.writeRaw(end);
  }

  private static void breakLine(JsonGenerator json, int indent) throws IOException {
    if (isLined(json.getOutputContext())) {
      json.writeRaw('\n');
      json.writeRaw(" ".repeat(indent));
    }
  }

  private static boolean isLined(JsonStreamContext context) {
    if (context.inObject()) {
      return depth(context) <= LINED_OBJECTS;
    }
    return depth(context) <= LINED_ARRAYS
        && LISTS.contains(String.valueOf(context.getParent().getCurrentName()));
  }

  private static int depth(JsonStreamContext context) {
    int depth = 0;
    for (JsonStreamContext c = context; !c.inRoot(); c = c.getParent()) {
      depth++;
    }
    return depth;
  }
}

package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.annette.runtime.data.RowFormatException;
import dev.annette.runtime.rows.Cells;
import dev.annette.runtime.rows.ColumnMatch;
import dev.annette.runtime.rows.ColumnValueException;
import dev.annette.runtime.rows.ReadableRows;
import dev.annette.runtime.rows.RowReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Typed rows of JSON lines: an object on each line, of texts, numbers, booleans and nulls. A field
 * that is null or absent is missing; other fields do not matter.
 */
public final class JsonLines {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // to be refused with their column
          .build();

  private JsonLines() {}

  /**
   * Returns the rows of a file in UTF-8.
   *
   * @throws RowFormatException naming line, column and value of what is wrong
   * @throws IOException if it cannot be read
   */
  public static <R> List<R> read(Path file, ReadableRows<R> type) throws IOException {
    try (Lines<R> lines = new Lines<>(Files.newInputStream(file), file.toString(), type)) {
      return RowReader.list(lines);
    }
  }

  /**
   * Returns the rows of a file in UTF-8 one after the other, as they are read; an {@link
   * IOException} becomes the cause of an {@link java.io.UncheckedIOException}. Closing the stream
   * closes the file.
   *
   * @throws IOException if it cannot be opened
   */
  public static <R> Stream<R> stream(Path file, ReadableRows<R> type) throws IOException {
    return RowReader.stream(new Lines<>(Files.newInputStream(file), file.toString(), type));
  }

  /**
   * Returns the rows of a stream in UTF-8, which is read to its end and stays open.
   *
   * @param name what messages call it
   * @throws RowFormatException naming line, column and value of what is wrong
   * @throws IOException if it cannot be read
   */
  public static <R> List<R> read(InputStream stream, String name, ReadableRows<R> type)
      throws IOException {
    return RowReader.list(new Lines<>(stream, name, type));
  }

  /** The rows that follow in a text. */
  private static final class Lines<R> implements RowReader<R> {
    private final BufferedReader lines;
    private final String name;
    private final ReadableRows<R> type;
    private long number;
    private boolean hasRows;

    Lines(InputStream stream, String name, ReadableRows<R> type) {
      this.lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8.newDecoder()));
      this.name = name;
      this.type = type;
    }

    @Override
    public R next() throws IOException {
      for (String line = line(); line != null; line = line()) {
        number++;
        if (!line.isBlank()) {
          hasRows = true;
          return row(line, name + ", line " + number, type);
        }
      }
      if (!hasRows) {
        throw new RowFormatException(name + " has no rows");
      }
      return null;
    }

    /** Returns the next line, or null behind the last. */
    private String line() throws IOException {
      try {
        return lines.readLine();
      } catch (CharacterCodingException e) {
        throw new RowFormatException(name + " is not UTF-8; save it in UTF-8", e);
      }
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

  private static <R> R row(String line, String place, ReadableRows<R> type) throws IOException {
    try {
      Map<String, Object> fields = fields(line, place);
      Map<String, Object> cells = cells(fields, place, type);
      return type.read(
          new Cells() {
            @Override
            protected Object cell(String column) {
              return cells.get(column);
            }
          });
    } catch (JsonProcessingException e) {
      throw new RowFormatException(place + ": " + e.getOriginalMessage(), e);
    } catch (ColumnValueException wrong) {
      throw new RowFormatException(place + ", " + wrong.getMessage(), wrong);
    }
  }

  /** Returns the fields that are there, by the columns that they are. */
  private static Map<String, Object> cells(
      Map<String, Object> fields, String place, ReadableRows<?> type) throws RowFormatException {
    List<String> names = new ArrayList<>(fields.keySet());
    Map<String, Object> cells = new LinkedHashMap<>();
    for (Map.Entry<String, Integer> found :
        ColumnMatch.present(type.columns(), names, place).entrySet()) {
      cells.put(found.getKey(), fields.get(names.get(found.getValue())));
    }
    return cells;
  }

  private static Map<String, Object> fields(String line, String place) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      require(json.nextToken() == JsonToken.START_OBJECT, place, "a line must be an object");
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        require(
            value != null && value.isScalarValue(),
            place,
            "field \"" + name + "\" must be a text, number, boolean or null");
        fields.put(name, value(json, value));
      }
      require(json.nextToken() == null, place, "there is more after the object");
    }
    return fields;
  }

  private static Object value(JsonParser json, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          json.isNaN() ? json.getText() : new BigDecimal(json.getText());
      default -> json.getText();
    };
  }

  private static void require(boolean holds, String place, String rule) throws RowFormatException {
    if (!holds) {
      throw new RowFormatException(place + ": " + rule);
    }
  }
}

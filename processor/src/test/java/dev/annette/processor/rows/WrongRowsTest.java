package dev.annette.processor.rows;

import static dev.annette.processor.rows.TypedNetwork.ask;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.annette.runtime.data.RowFormatException;
import dev.annette.runtime.data.csv.Csv;
import dev.annette.runtime.json.JsonLines;
import dev.annette.runtime.rows.ResultSetRows;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetMetaDataImpl;
import javax.sql.rowset.RowSetProvider;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is wrong with rows from files, databases and lists is said with row and column, before
 * anything is learned or answered.
 */
class WrongRowsTest {
  private static final String MISSING =
      " has no value; every row needs one, unless @Impute on a feature says what stands for it";

  private static final String WHOLE = " a whole number from -2147483648 to 2147483647";

  private static final TypedNetwork NETWORK =
      TypedNetwork.of(
          """
          public enum Kind { SMALL, LARGE }
          public record Row(float size, int count, Kind kind, boolean sold,
              @Categories({"S", "C"}) String port, @Hashed(4) String who,
              @Cyclic(DAY_OF_WEEK) LocalDate day, @Cyclic(HOUR_OF_DAY) LocalDateTime at,
              @Impute(MEDIAN) @Standardize Double age, @Log1p float fare, @Weight float weight,
              @Label double price) {}
          static Row row(float size, Kind kind, String port, String who, LocalDate day,
              LocalDateTime at, Double age, float fare, float weight, double price) {
            return new Row(size, 3, kind, true, port, who, day, at, age, fare, weight, price);
          }
          static final LocalDate DAY = LocalDate.EPOCH;
          static final LocalDateTime AT = DAY.atTime(13, 30);
          public static Row good() {
            return row(1.5f, Kind.SMALL, "S", "Jo", DAY, AT, 37.0, 8, 1, 20);
          }
          public static Row nothing() {
            return null;
          }
          public static Row unsized() {
            return row(Float.NaN, Kind.SMALL, "S", "Jo", DAY, AT, 37.0, 8, 1, 20);
          }
          public static Row endless() {
            return row(1 / 0f, Kind.SMALL, "S", "Jo", DAY, AT, 37.0, 8, 1, 20);
          }
          public static Row unkind() {
            return row(1.5f, null, "S", "Jo", DAY, AT, 37.0, 8, 1, 20);
          }
          public static Row astray() {
            return row(1.5f, Kind.SMALL, "Q", "Jo", DAY, AT, 37.0, 8, 1, 20);
          }
          public static Row nobody() {
            return row(1.5f, Kind.SMALL, "S", null, DAY, AT, 37.0, 8, 1, 20);
          }
          public static Row undated() {
            return row(1.5f, Kind.SMALL, "S", "Jo", null, AT, 37.0, 8, 1, 20);
          }
          public static Row timeless() {
            return row(1.5f, Kind.SMALL, "S", "Jo", DAY, null, 37.0, 8, 1, 20);
          }
          public static Row aged() {
            return row(1.5f, Kind.SMALL, "S", "Jo", DAY, AT, 1e300, 8, 1, 20);
          }
          public static Row free() {
            return row(1.5f, Kind.SMALL, "S", "Jo", DAY, AT, 37.0, -2, 1, 20);
          }
          public static Row light() {
            return row(1.5f, Kind.SMALL, "S", "Jo", DAY, AT, 37.0, 8, -1, 20);
          }
          public static Row weightless() {
            return row(1.5f, Kind.SMALL, "S", "Jo", DAY, AT, 37.0, 8, 0 / 0f, 20);
          }
          public static Row priceless() {
            return row(1.5f, Kind.SMALL, "S", "Jo", DAY, AT, 37.0, 8, 1, Double.NaN);
          }
          """);

  /** A good row, as the cells of a table. */
  private static Map<String, String> cells() {
    Map<String, String> cells = new LinkedHashMap<>();
    String[] row = {
      "size",
      "1.5",
      "count",
      "3",
      "kind",
      "small",
      "sold",
      "yes",
      "port",
      "S",
      "who",
      "Jo",
      "day",
      "2024-02-29",
      "at",
      "2024-02-29T13:30",
      "age",
      "37",
      "fare",
      "8",
      "weight",
      "1",
      "price",
      "20"
    };
    for (int i = 0; i < row.length; i += 2) {
      cells.put(row[i], row[i + 1]);
    }
    return cells;
  }

  static Stream<Arguments> wrong() {
    return Stream.of(files(), lines(), results(), lists()).flatMap(each -> each);
  }

  private static Stream<Arguments> files() {
    String place = "t.csv, line 3, column ";
    return Stream.of(
        csv("size", "1,5", "t.csv, line 3: 13 cells, but there are 12 columns"),
        csv("size", "\"1,5\"", place + "size holds \"1,5\", which is not a number"),
        csv("size", "", place + "size" + MISSING),
        csv("size", "NaN", place + "size holds \"NaN\", which is not a number"),
        csv(
            "size",
            "1e39",
            place + "size is 1.0E39, more than a float can hold; give it in a larger unit"),
        csv("count", "3.5", place + "count holds \"3.5\", which is not" + WHOLE),
        csv("count", "3000000000", place + "count holds \"3000000000\", which is not" + WHOLE),
        csv("kind", "medium", place + "kind holds \"medium\", which is none of SMALL, LARGE"),
        csv(
            "sold",
            "maybe",
            place + "sold holds \"maybe\", which is not true or false, yes or no, 1 or 0"),
        csv("port", "Q", place + "port holds \"Q\", which is none of S, C"),
        csv("who", " ", place + "who" + MISSING),
        csv(
            "who",
            "\"Jo",
            "t.csv: Unclosed quoted field at end of input (record starting at line 3)"),
        csv(
            "who",
            "\"Jo\"x",
            "t.csv: Unexpected character after closing quote: 'x' (0x78) (record starting at line"
                + " 3)"),
        csv("who", "J\u00f6", "t.csv, line 3: cell 6 of 12 is not UTF-8; save the file in UTF-8"),
        csv(
            "day",
            "29.2.2024",
            place + "day holds \"29.2.2024\", which is not a day such as 2024-02-29"),
        csv(
            "at",
            "13:30",
            place + "at holds \"13:30\", which is not a moment such as 2024-02-29T13:30"),
        csv("age", "old", place + "age holds \"old\", which is not a number"),
        csv(
            "fare",
            "-1",
            "row 1, column fare is -1.0; @Log1p takes ln(1 + x), so x must be above -1"),
        csv("weight", "-1", "row 1, column weight is -1.0; a weight must be at least 0"),
        csv("price", "", place + "price" + MISSING),
        text("fare,fare,size", "t.csv: two columns could be \"fare\", the second is \"fare\""),
        text(String.join(",", cells().keySet()) + "\n", "t.csv has no rows"),
        text("", "t.csv has no rows"),
        text("size;count\n", "t.csv: no column is named \"size\"; columns here: size;count"));
  }

  private static Arguments csv(String column, String cell, String message) {
    Map<String, String> wrong = cells();
    wrong.put(column, cell);
    String text =
        String.join("\n", String.join(",", cells().keySet()), line(cells()), line(wrong), "");
    return text(text, message);
  }

  private static String line(Map<String, String> cells) {
    return String.join(",", cells.values());
  }

  private static Arguments text(String text, String message) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return refused(
        () ->
            NETWORK.dataset(
                Csv.stream(new ByteArrayInputStream(bytes), "t.csv").rows(NETWORK.rows())),
        message);
  }

  private static Stream<Arguments> lines() {
    String place = "t.jsonl, line 2, column ";
    return Stream.of(
        json("size", "null", place + "size" + MISSING),
        json("size", "\"big\"", place + "size holds \"big\", which is not a number"),
        json("size", "true", place + "size holds \"true\", which is not a number"),
        json("size", "NaN", place + "size holds \"NaN\", which is not a number"),
        json("size", "-Infinity", place + "size holds \"-Infinity\", which is not a number"),
        json(
            "size",
            "[1]",
            "t.jsonl, line 2: field \"size\" must be a text, number, boolean or null"),
        json(
            "size",
            "{}",
            "t.jsonl, line 2: field \"size\" must be a text, number, boolean or null"),
        json("count", "1e12", place + "count holds \"1E+12\", which is not" + WHOLE),
        json("kind", "1", place + "kind holds \"1\", which is none of SMALL, LARGE"),
        json(
            "sold", "2", place + "sold holds \"2\", which is not true or false, yes or no, 1 or 0"),
        json("port", "\"s\"", place + "port holds \"s\", which is none of S, C"),
        json("who", "\"J\u00f6\"", "t.jsonl is not UTF-8; save it in UTF-8"),
        json(
            "day",
            "\"2023-02-29\"",
            place + "day holds \"2023-02-29\", which is not a day such as 2024-02-29"),
        json("price", "1, \"price\": 2", "t.jsonl, line 2: Duplicate field 'price'"),
        json("price", "1} {", "t.jsonl, line 2: there is more after the object"),
        json(
            "price",
            "\"1",
            "t.jsonl, line 2: Unexpected end-of-input: was expecting closing quote for a string"
                + " value"),
        refused(() -> readLines("[1]\n"), "t.jsonl, line 1: a line must be an object"),
        refused(() -> readLines("\n\n"), "t.jsonl has no rows"));
  }

  private static Arguments json(String column, String value, String message) {
    String good = object(cells().entrySet().stream(), column, "");
    return refused(
        () -> readLines(object(cells().entrySet().stream(), "", "") + "\n" + good + value + "}"),
        message);
  }

  /** Returns a line whose last field is this one. */
  private static String object(Stream<Map.Entry<String, String>> cells, String last, String value) {
    String fields =
        cells
            .filter(cell -> !cell.getKey().equals(last))
            .map(cell -> '"' + cell.getKey() + "\":\"" + cell.getValue() + '"')
            .collect(Collectors.joining(","));
    return last.isEmpty() ? "{" + fields + "}" : "{" + fields + ",\"" + last + "\":" + value;
  }

  private static void readLines(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    JsonLines.read(new ByteArrayInputStream(bytes), "t.jsonl", NETWORK.rows());
  }

  private static Stream<Arguments> results() {
    String place = "the result, row 1, column ";
    return Stream.of(
        jdbc("size", null, place + "size" + MISSING),
        jdbc("size", Double.NaN, place + "size" + MISSING),
        jdbc("size", Double.POSITIVE_INFINITY, place + "size is Infinity; a number must be finite"),
        jdbc("count", 3.5, place + "count holds \"3.5\", which is not" + WHOLE),
        jdbc("count", 1L << 40, place + "count holds \"1099511627776\", which is not" + WHOLE),
        jdbc("kind", "", place + "kind" + MISSING),
        jdbc("port", "Q", place + "port holds \"Q\", which is none of S, C"),
        jdbc("day", "soon", place + "day holds \"soon\", which is not a day such as 2024-02-29"),
        refused(
            () -> readResult(List.of("size", "count"), List.of()),
            "the result: no column is named \"kind\"; columns here: size, count"),
        refused(
            () -> readResult(List.of("SIZE", "size_", "count"), List.of()),
            "the result: two columns could be \"size\", the second is \"size_\""),
        refused(
            () -> readResult(List.copyOf(cells().keySet()), List.of()), "the result has no rows"));
  }

  private static Arguments jdbc(String column, Object value, String message) {
    Map<String, Object> wrong = new LinkedHashMap<>(cells());
    wrong.put(column, value);
    List<List<?>> rows =
        List.of(new ArrayList<>(cells().values()), new ArrayList<>(wrong.values()));
    return refused(() -> readResult(List.copyOf(wrong.keySet()), rows), message);
  }

  private static void readResult(List<String> labels, List<List<?>> rows)
      throws IOException, SQLException {
    try (CachedRowSet result = RowSetProvider.newFactory().createCachedRowSet()) {
      RowSetMetaDataImpl columns = new RowSetMetaDataImpl();
      columns.setColumnCount(labels.size());
      for (int i = 0; i < labels.size(); i++) {
        columns.setColumnLabel(i + 1, labels.get(i));
        columns.setColumnType(i + 1, Types.JAVA_OBJECT);
        columns.setNullable(i + 1, ResultSetMetaData.columnNullable);
      }
      result.setMetaData(columns);
      for (int row = rows.size() - 1; row >= 0; row--) { // each is inserted before the others
        result.moveToInsertRow();
        for (int i = 0; i < labels.size(); i++) {
          result.updateObject(i + 1, rows.get(row).get(i));
        }
        result.insertRow();
        result.moveToCurrentRow();
      }
      result.beforeFirst();
      ResultSetRows.read(result, NETWORK.rows());
    }
  }

  private static Stream<Arguments> lists() {
    String place = "row 1, column ";
    return Stream.of(
        list("nothing", "row 1 is null"),
        list("unsized", place + "size" + MISSING),
        list("endless", place + "size is Infinity; a number must be finite"),
        list("unkind", place + "kind" + MISSING),
        list("astray", place + "port is \"Q\"; its categories are S, C"),
        list("nobody", place + "who" + MISSING),
        list("undated", place + "day" + MISSING),
        list("timeless", place + "at" + MISSING),
        list(
            "aged", place + "age is 1.0E300, more than a float can hold; give it in a larger unit"),
        list("free", place + "fare is -2.0; @Log1p takes ln(1 + x), so x must be above -1"),
        list("light", place + "weight is -1.0; a weight must be at least 0"),
        list("weightless", place + "weight" + MISSING),
        list("priceless", place + "price" + MISSING));
  }

  private static Arguments list(String wrong, String message) {
    return refused(() -> NETWORK.dataset(rowsWith(wrong)), message);
  }

  private static List<Object> rowsWith(String wrong) {
    return Arrays.asList(NETWORK.make("good"), NETWORK.make(wrong), NETWORK.make("good"));
  }

  private static Arguments refused(Executable reading, String message) {
    return arguments(message, reading);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void is_refused_with_row_and_column(String message, Executable reading) {
    Exception refusal = assertThrows(Exception.class, reading);
    assertEquals(message, refusal.getMessage());
    assertTrue(
        refusal instanceof RowFormatException || refusal instanceof IllegalArgumentException,
        () -> refusal.getClass().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "unsized", "light", "priceless"})
  void nothing_is_learned_or_answered_before(String wrong) {
    NetworkTrainer<?> trainer = NETWORK.create(1);
    Training training = Training.epochs(2).optimizer(Sgd.of(0.01));
    ask(trainer, "fit", rowsWith("good"), training);
    byte[] before = trainer.model().toJson();
    List<Object> rows = rowsWith(wrong);
    assertThrows(IllegalArgumentException.class, () -> ask(trainer, "fit", rows, training));
    assertThrows(IllegalArgumentException.class, () -> ask(trainer, "evaluate", rows));
    assertArrayEquals(before, trainer.model().toJson());
    ask(trainer, "fit", rowsWith("good"), training);
    NetworkTrainer<?> other = NETWORK.create(1);
    ask(other, "fit", rowsWith("good"), training);
    ask(other, "fit", rowsWith("good"), training);
    assertArrayEquals(other.model().toJson(), trainer.model().toJson());
  }
}

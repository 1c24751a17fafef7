package dev.annette.runtime.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.data.RowFormatException;
import dev.annette.runtime.data.csv.Csv;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same rows from CSV files and from databases, and what is wrong with them by its place. */
class RowSourcesTest {
  private record Visit(String who, Float age, LocalDate day, LocalDateTime at, boolean back) {}

  private static final ReadableRows<Visit> VISITS =
      new ReadableRows<>() {
        @Override
        public List<String> columns() {
          return List.of("who", "age", "day", "seenAt", "back");
        }

        @Override
        public Visit read(Cells cells) {
          return new Visit(
              cells.text("who"),
              cells.isMissing("age") ? null : cells.floatValue("age"),
              cells.date("day"),
              cells.dateTime("seenAt"),
              cells.booleanValue("back"));
        }

        @Override
        public List<String> featureNames() {
          return List.of("age");
        }

        @Override
        public List<String> classNames() {
          return List.of();
        }

        @Override
        public int targetWidth() {
          return 1;
        }

        @Override
        public void encode(Visit row, float[] features, int at) {
          features[at] = Numbers.feature("age", row.age());
        }
      };

  /** How many results were closed. */
  private int closed;

  private static final List<Visit> EXPECTED =
      List.of(
          new Visit(
              "Smith, \"Jo\"",
              37.5f,
              LocalDate.of(2024, 2, 29),
              LocalDateTime.of(2024, 2, 29, 13, 30),
              true),
          new Visit(
              "Lee\nKim",
              null,
              LocalDate.of(2024, 3, 1),
              LocalDateTime.of(2024, 3, 1, 0, 0, 5),
              false));

  @Test
  void a_csv_file_is_read_by_its_header() throws IOException {
    String text =
        """
        Seen at,note,back,WHO,age,day
        2024-02-29T13:30,x,yes,"Smith, ""Jo\""",37.5,2024-02-29
        2024-03-01 00:00:05,,0,"Lee
        Kim",,2024-03-01
        """;
    assertEquals(EXPECTED, csv(text));
  }

  @Test
  void a_result_is_read_by_its_labels() throws IOException, SQLException {
    ResultSet result =
        result(
            List.of("WHO", "AGE", "DAY", "SEEN_AT", "BACK"),
            List.of(
                new Object[] {
                  "Smith, \"Jo\"",
                  37.5,
                  Date.valueOf("2024-02-29"),
                  Timestamp.valueOf("2024-02-29 13:30:00"),
                  true
                },
                new Object[] {
                  "Lee\nKim",
                  null,
                  LocalDate.of(2024, 3, 1),
                  LocalDateTime.of(2024, 3, 1, 0, 0, 5),
                  0
                }));
    assertEquals(EXPECTED, ResultSetRows.read(result, VISITS));
  }

  @Test
  void a_csv_file_is_read_row_by_row_and_closed_with_its_stream() throws IOException {
    boolean[] isClosed = {false};
    InputStream text =
        new ByteArrayInputStream(
            "who,age,day,seenAt,back\nA,1,2024-01-01,2024-01-01T00:00,1\nB,x,,,\n"
                .getBytes(StandardCharsets.UTF_8)) {
          @Override
          public void close() {
            isClosed[0] = true;
          }
        };
    Csv csv = Csv.stream(text, "t.csv");
    try (Stream<Visit> rows = csv.rowStream(VISITS)) {
      Iterator<Visit> each = rows.iterator();
      assertEquals("A", each.next().who());
      UncheckedIOException wrong = assertThrows(UncheckedIOException.class, each::hasNext);
      assertEquals(
          "t.csv, line 3, column age holds \"x\", which is not a number", wrong.getMessage());
    }
    assertTrue(isClosed[0]);
    assertEquals(
        "t.csv is a stream, which is read once; name a file with Csv.file to read it again",
        assertThrows(IllegalStateException.class, () -> csv.rowStream(VISITS)).getMessage());
  }

  @Test
  void a_result_is_read_row_by_row_and_a_failing_database_is_named() throws Exception {
    List<Object[]> cells = new ArrayList<>();
    cells.add(
        new Object[] {
          "A", 1, LocalDate.EPOCH, LocalDateTime.of(2024, 1, 1, 0, 0), true,
        });
    ResultSet result = result(List.of("who", "age", "day", "seenAt", "back"), cells);
    try (Stream<Visit> rows = ResultSetRows.stream(result, VISITS)) {
      assertEquals(List.of("A"), rows.map(Visit::who).toList());
    }
    ResultSet failing = result(List.of("who", "age", "day", "seenAt", "back"), null);
    Stream<Visit> rows = ResultSetRows.stream(failing, VISITS);
    assertEquals(
        "the database failed: gone",
        assertThrows(UncheckedIOException.class, () -> rows.iterator().hasNext()).getMessage());
  }

  @Test
  void a_query_runs_anew_for_every_stream_and_its_result_is_closed() throws Exception {
    List<String> labels = List.of("who", "age", "day", "seenAt", "back");
    Object[] cells = {"A", 1, LocalDate.EPOCH, LocalDateTime.of(2024, 1, 1, 0, 0), true};
    int[] runs = new int[1];
    PreparedStatement query =
        proxy(
            PreparedStatement.class,
            (name, index) -> {
              assertEquals("executeQuery", name);
              if (++runs[0] == 3) {
                throw new SQLException("too many");
              }
              return result(labels, List.<Object[]>of(cells));
            });
    RowStreams<Visit> streams = ResultSetRows.streams(query, VISITS);
    for (int pass = 1; pass <= 2; pass++) {
      try (Stream<? extends Visit> rows = streams.open()) {
        assertEquals(List.of("A"), rows.map(Visit::who).toList());
      }
      assertEquals(pass, closed);
    }
    assertEquals(
        "the database failed: too many",
        assertThrows(IOException.class, streams::open).getMessage());
  }

  @Test
  void nothing_is_asked_of_a_result_behind_its_end() throws Exception {
    List<String> labels = List.of("who", "age", "day", "seenAt", "back");
    Object[] cells = {"A", 1, LocalDate.EPOCH, LocalDateTime.of(2024, 1, 1, 0, 0), true};
    ResultSet result = result(labels, List.of(cells, cells));
    try (Stream<Visit> rows = ResultSetRows.stream(result, VISITS)) {
      Iterator<Visit> each = rows.iterator();
      each.next();
      each.next();
      assertFalse(each.hasNext());
      assertFalse(each.hasNext());
    }
  }

  @Test
  void cells_of_databases_are_read_as_kindly_as_texts() throws Exception {
    ResultSet result =
        result(
            List.of("who", "age", "day", "seenAt", "back"),
            List.<Object[]>of(
                new Object[] {
                  "Lee       ",
                  Double.NaN,
                  Timestamp.valueOf("2024-02-29 00:00:00"),
                  Date.valueOf("2024-03-01"),
                  1
                }));
    assertEquals(
        List.of(
            new Visit(
                "Lee", null, LocalDate.of(2024, 2, 29), LocalDateTime.of(2024, 3, 1, 0, 0), true)),
        ResultSetRows.read(result, VISITS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A,x,2024-01-01,2024-01-01T00:00,yes | t.csv, line 2, column age holds \"x\", which is not"
            + " a number",
        "A,0x1p3,2024-01-01,2024-01-01T00:00,yes | t.csv, line 2, column age holds \"0x1p3\", which"
            + " is not a number",
        "A,NaN,2024-01-01,2024-01-01T00:00,yes | t.csv, line 2, column age holds \"NaN\", which is"
            + " not a number",
        "A,1e400,2024-01-01,2024-01-01T00:00,yes | t.csv, line 2, column age is Infinity; a number"
            + " must be finite",
        "A,1e60,2024-01-01,2024-01-01T00:00,yes | t.csv, line 2, column age is 1.0E60, more than a"
            + " float can hold; give it in a larger unit",
        "A,1,2023-02-29,2024-01-01T00:00,yes | t.csv, line 2, column day holds \"2023-02-29\","
            + " which is not a day such as 2024-02-29",
        "A,1,2024-01-01,noon,yes | t.csv, line 2, column seenAt holds \"noon\", which is not a"
            + " moment such as 2024-02-29T13:30",
        "A,1,2024-01-01,2024-01-01T00:00,ja | t.csv, line 2, column back holds \"ja\", which is not"
            + " true or false, yes or no, 1 or 0",
        ",1,2024-01-01,2024-01-01T00:00,no | t.csv, line 2, column who has no value; every row"
            + " needs one, unless @Impute on a feature says what stands for it",
        "A,1,2024-01-01,2024-01-01T00:00 | t.csv, line 2: 4 cells, but there are 5 columns",
      })
  void a_wrong_cell_is_named_with_line_and_column(String line, String message) {
    RowFormatException refusal =
        assertThrows(
            RowFormatException.class, () -> csv("who,age,day,seenAt,back\n" + line + "\n"));
    assertEquals(message, refusal.getMessage());
  }

  @Test
  void a_header_that_does_not_fit_is_refused() {
    assertEquals(
        "t.csv: no column is named \"day\"; columns here: who, age, seenAt, back",
        message("who,age,seenAt,back\n"));
    assertEquals(
        "t.csv: two columns could be \"seenAt\", the second is \"seen_at\"",
        message("who,age,day,Seen at,seen_at,back\n"));
    assertEquals("t.csv has no rows", message("who,age,day,seenAt,back\n"));
  }

  private static String message(String text) {
    return assertThrows(RowFormatException.class, () -> csv(text)).getMessage();
  }

  private static List<Visit> csv(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Csv.stream(new ByteArrayInputStream(bytes), "t.csv").rows(VISITS);
  }

  /** Returns a result with these rows; a database that fails has none. */
  private ResultSet result(List<String> labels, List<Object[]> rows) {
    Iterator<Object[]> left = rows == null ? null : rows.iterator();
    Object[][] current = new Object[1][];
    boolean[] ended = new boolean[1];
    ResultSetMetaData meta =
        proxy(
            ResultSetMetaData.class,
            (name, index) -> name.equals("getColumnCount") ? labels.size() : labels.get(index - 1));
    return proxy(
        ResultSet.class,
        (name, index) -> {
          switch (name) {
            case "getMetaData":
              return meta;
            case "close":
              closed++;
              return null;
            case "next":
              if (left == null || ended[0]) {
                throw new SQLException("gone");
              }
              ended[0] = !left.hasNext();
              boolean goesOn = left.hasNext();
              current[0] = goesOn ? left.next() : null;
              return goesOn;
            default:
              return current[0][index - 1];
          }
        });
  }

  private interface Answer {
    Object to(String method, int index) throws SQLException;
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                answer.to(method.getName(), arguments == null ? 0 : (Integer) arguments[0])));
  }
}

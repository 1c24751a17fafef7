package dev.annette.runtime.data.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.RowFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {
  private static final String FLOWERS =
      """
      length,width,species
      5.1,3.5,virginica
      -4.9, 3 ,"setosa"

      1e1,.5,virginica
      """;
  @TempDir Path directory;

  private Csv csv(String text) throws IOException {
    return Csv.file(Files.writeString(directory.resolve("flowers.csv"), text));
  }

  @Test
  void columns_that_are_not_named_are_features() throws IOException {
    Dataset rows = csv(FLOWERS).label("species").read();
    assertEquals(List.of("length", "width"), rows.columnNames());
    assertArrayEquals(new float[] {5.1f, 3.5f}, rows.row(0));
    assertArrayEquals(new float[] {-4.9f, 3}, rows.row(1));
    assertArrayEquals(new float[] {10, 0.5f}, rows.row(2));
  }

  @Test
  void a_stream_is_read_and_closed_and_called_by_its_name() throws IOException {
    boolean[] closed = new boolean[1];
    InputStream stream =
        new ByteArrayInputStream("x,y\n1,one\n".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    Csv csv = Csv.stream(stream, "numbers").target("y");
    RowFormatException e = assertThrows(RowFormatException.class, csv::read);
    assertEquals("numbers, line 2, column y: \"one\" is not a number", e.getMessage());
    assertTrue(closed[0]);
  }

  @Test
  void classes_are_numbered_in_alphabetical_order_whatever_that_of_the_rows() throws IOException {
    Dataset rows = csv(FLOWERS).label("species").read();
    assertEquals(List.of("setosa", "virginica"), rows.classNames());
    assertEquals(1, rows.label(0));
    assertEquals(0, rows.label(1));
    assertEquals(1, rows.label(2));
  }

  @Test
  void classes_are_numbered_as_given() throws IOException {
    List<String> classes = List.of("setosa", "versicolor", "virginica");
    Dataset rows = csv(FLOWERS).label("species", classes).read();
    assertEquals(classes, rows.classNames());
    assertEquals(2, rows.label(0));
    assertEquals(0, rows.label(1));
  }

  @Test
  void whole_numbers_are_numbered_in_their_order() throws IOException {
    Dataset rows = csv("x,digit\n1,10\n1,0\n1,9\n1,-1\n").label("digit").read();
    assertEquals(List.of("-1", "0", "9", "10"), rows.classNames());
    assertEquals(3, rows.label(0));
  }

  @Test
  void targets_and_columns_are_chosen_by_name() throws IOException {
    Dataset rows = csv("a;b;c;d\n1;2;3;4\n").separator(';').target("c", "a").columns("d").read();
    assertArrayEquals(new float[] {4}, rows.row(0));
    assertEquals(3, rows.target(0, 0));
    assertEquals(1, rows.target(0, 1));
  }

  @Test
  void columns_without_a_header_are_numbered() throws IOException {
    Dataset rows = csv("1,2,3\n4,5,6").header(false).target("0").read();
    assertEquals(2, rows.rows());
    assertEquals(4, rows.target(1, 0));
    assertArrayEquals(new float[] {5, 6}, rows.row(1));
    assertEquals(List.of("1", "2"), rows.columnNames());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5.1|five|line 2, column length: \"five\" is not a number",
        "5.1|``|line 2, column length: \"\" is not a number",
        "5.1|NaN|line 2, column length: \"NaN\" is not a number",
        "5.1|Infinity|line 2, column length: \"Infinity\" is not a number",
        "5.1|0x1p3|line 2, column length: \"0x1p3\" is not a number",
        "5.1|1f|line 2, column length: \"1f\" is not a number",
        "5.1|1-2|line 2, column length: \"1-2\" is not a number",
        "5.1|1e39|line 2, column length: \"1e39\" is larger than a float can be",
        "1e1,|1e1;|line 5: 2 cells, but there are 3 columns",
        "1e1,|1e1,2,|line 5: 4 cells, but there are 3 columns",
        "\"setosa\"|``|line 3, column species: \"\" is not a class",
        "width|length|line 1: two columns are named \"length\"",
        "species|kind|no column is named \"species\". Columns here: length, width, kind",
        "species|speices|no column is named \"species\". Did you mean \"speices\"? Columns here: ",
      })
  void what_is_wrong_is_named_with_line_column_and_text(
      String original, String change, String message) throws IOException {
    Csv changed = csv(FLOWERS.replace(original, change)).label("species");
    RowFormatException e = assertThrows(RowFormatException.class, changed::read);
    assertTrue(e.getMessage().contains("flowers.csv"), e.getMessage());
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void a_class_that_is_not_given_is_named() throws IOException {
    Csv csv = csv(FLOWERS).label("species", List.of("virginica"));
    RowFormatException e = assertThrows(RowFormatException.class, csv::read);
    assertTrue(
        e.getMessage()
            .endsWith("line 3, column species: \"setosa\" is not a class; classes: [virginica]"),
        e.getMessage());
  }

  @Test
  void files_without_rows_or_a_column_to_predict_are_refused() throws IOException {
    assertThrows(RowFormatException.class, csv("a,b\n").label("b")::read);
    assertThrows(RowFormatException.class, csv("").label("b")::read);
    assertThrows(IllegalStateException.class, csv(FLOWERS)::read);
    assertThrows(
        NoSuchFileException.class, Csv.file(directory.resolve("absent.csv")).label("b")::read);
  }

  @Test
  void without_fastcsv_the_missing_dependency_is_named() throws Exception {
    Path file = Files.writeString(directory.resolve("flowers.csv"), FLOWERS);
    try (URLClassLoader without = new URLClassLoader(classPathWithoutFastCsv(), null)) {
      Class<?> type = without.loadClass(Csv.class.getName());
      Object csv = type.getMethod("file", Path.class).invoke(null, file);
      Object labelled = type.getMethod("label", String.class).invoke(csv, "species");
      Method read = type.getMethod("read");
      Throwable e =
          assertThrows(InvocationTargetException.class, () -> read.invoke(labelled)).getCause();
      assertEquals(IllegalStateException.class, e.getClass());
      assertTrue(e.getMessage().contains("de.siegmar:fastcsv:"), e.getMessage());
    }
  }

  private static URL[] classPathWithoutFastCsv() throws IOException {
    List<URL> entries = new ArrayList<>();
    String path = System.getProperty("java.class.path");
    for (String entry : path.split(System.getProperty("path.separator"))) {
      if (!entry.contains("fastcsv")) {
        entries.add(Path.of(entry).toUri().toURL());
      }
    }
    return entries.toArray(URL[]::new);
  }
}

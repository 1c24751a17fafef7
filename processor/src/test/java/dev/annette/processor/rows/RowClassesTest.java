package dev.annette.processor.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain classes as rows: which of them are read from files, and what the others are told. */
class RowClassesTest {
  @Test
  void what_is_no_column_hinders_nothing() throws IOException {
    TypedNetwork network =
        TypedNetwork.of(
            """
            @SuppressWarnings("unused")
            static class Base {
              private static int rows;
              @Ignore private String origin;
            }
            @SuppressWarnings("unused")
            public static class Row extends Base implements java.io.Serializable {
              private static final long serialVersionUID = 1;
              @Ignore private transient String cache;
              @Ignore final String remark = "none";
              float x;
              @Label boolean good;
            }
            """);
    Object row = network.read("{\"x\":1,\"good\":true}").get(0);
    assertEquals("x", String.join(" ", network.dataset(List.of(row)).columnNames()));
  }

  @Test
  void names_without_lower_case_are_names_of_columns() throws IOException {
    TypedNetwork network =
        TypedNetwork.of(
            "public record Row(float X, @Categories({\"a\", \"b\"}) String X_CATEGORIES,"
                + " float \u5e74\u9f62, @Label boolean GOOD) {}");
    String line = "{\"X\":1,\"X_CATEGORIES\":\"b\",\"\u5e74\u9f62\":3,\"GOOD\":true}";
    assertArrayEquals(new float[] {1, 0, 1, 3}, network.dataset(network.read(line)).row(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "final float x = 1;|the field x of Row is final.",
        "float x; Row(float x) { this.x = x; }"
            + "|Row has no constructor without arguments that is visible here.",
        "float x; private Row() {}"
            + "|Row has no constructor without arguments that is visible here.",
      })
  void why_a_class_is_not_read_is_said_where_reading_is_looked_for(String members, String why) {
    TypedNetwork network =
        TypedNetwork.of(
            "@SuppressWarnings(\"unused\") public static class Row {\n"
                + members
                + "\n@Label boolean good; }");
    String trainer = network.compilation().source("example.NetTrainer");
    assertTrue(
        trainer.contains(
            "   * Returns how rows are encoded. No file is read into them:\n   * " + why),
        trainer);
    assertFalse(network.compilation().source("example.NetRows").contains("ReadableRows"), trainer);
  }
}

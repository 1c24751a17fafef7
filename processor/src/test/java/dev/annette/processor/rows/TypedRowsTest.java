package dev.annette.processor.rows;

import static dev.annette.processor.rows.TypedNetwork.ask;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.RowFormatException;
import dev.annette.runtime.data.csv.Csv;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.rows.ReadableRows;
import dev.annette.runtime.rows.RowDatasets;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a record says about its columns is what a network reads, and how it answers. */
class TypedRowsTest {
  private static final String KINDS = "public enum Kind { A, B, C }\n";

  @Test
  void a_class_is_answered_as_a_constant_of_its_enum() throws IOException {
    TypedNetwork network =
        TypedNetwork.of(KINDS + "public record Row(float x, @Label Kind kind, float y) {}");
    List<Object> rows =
        network.read(
            "{\"x\":1,\"y\":0,\"kind\":\"A\"}",
            "{\"x\":0,\"y\":1,\"kind\":\"b\"}",
            "{\"x\":-1,\"y\":-1,\"kind\":\"C\"}");
    NetworkTrainer<?> trainer = trained(network, rows);
    assertEquals(Loss.CROSS_ENTROPY, trainer.description().loss());
    assertEquals(List.of("x", "y"), network.dataset(rows).columnNames());
    assertEquals(List.of("A", "B", "C"), network.dataset(rows).classNames());
    NetworkModel model = trainer.model();
    List<?> answers = (List<?>) ask(model, "predict", rows);
    for (int i = 0; i < 3; i++) {
      assertEquals("ABC".substring(i, i + 1), ask(model, "predict", rows.get(i)).toString());
      assertEquals(ask(model, "predict", rows.get(i)), answers.get(i));
      EnumMap<?, ?> shares = (EnumMap<?, ?>) ask(model, "probabilities", rows.get(i));
      assertEquals("[A, B, C]", shares.keySet().toString());
      assertEquals(shares, ((List<?>) ask(model, "probabilities", rows)).get(i));
    }
    assertEquals("B", ask(model, "predict", 0f, 1f).toString());
  }

  @Test
  void parameters_are_called_as_the_columns_are() {
    TypedNetwork network =
        TypedNetwork.of(
            "public record Row(@Ignore String name, float features, @Weight float at, Integer row,"
                + " @Label boolean label) {}");
    String source = network.compilation().source("example.NetModel");
    assertTrue(source.contains("public boolean predict(float features, Integer row) {"), source);
  }

  @Test
  void rows_to_predict_on_need_no_label_and_no_weight() throws IOException {
    TypedNetwork network =
        TypedNetwork.of(
            KINDS
                + "public record Row(float x, @Weight double count, @Label Kind kind, float y) {}");
    ReadableRows<Object> fresh = network.rows().unlabelled();
    assertEquals(List.of("x", "y"), fresh.columns());
    byte[] table = "y,x\n2,1\n".getBytes(StandardCharsets.UTF_8);
    Csv csv = Csv.stream(new ByteArrayInputStream(table), "fresh.csv");
    List<Object> rows = csv.rows(fresh);
    assertEquals("Row[x=1.0, count=0.0, kind=null, y=2.0]", rows.get(0).toString());
    List<Object> known =
        network.read(
            "{\"x\":1,\"y\":0,\"kind\":\"A\",\"count\":1}",
            "{\"x\":0,\"y\":1,\"kind\":\"b\",\"count\":2}");
    NetworkModel model = trained(network, known).model();
    assertEquals(ask(model, "predict", 1f, 2f), ask(model, "predict", rows.get(0)));
    assertEquals(
        "These rows are unlabelled(), for predictions; read rows with labels to train or evaluate.",
        assertThrows(IllegalStateException.class, () -> RowDatasets.of(fresh, rows)).getMessage());
  }

  @Test
  void yes_or_no_is_answered_with_its_probability() throws IOException {
    TypedNetwork network = TypedNetwork.of("public record Row(double x, @Label boolean good) {}");
    List<Object> rows = network.read("{\"x\":-1,\"good\":false}", "{\"x\":1,\"good\":true}");
    NetworkModel model = trained(network, rows).model();
    assertEquals(false, ask(model, "predict", -1.0));
    assertEquals(true, ask(model, "predict", rows.get(1)));
    assertArrayEquals(new boolean[] {false, true}, (boolean[]) ask(model, "predict", rows));
    float probability = (float) ask(model, "probability", rows.get(1));
    assertTrue(probability > 0.5 && probability < 1);
    assertEquals(probability, ((float[]) ask(model, "probabilities", rows))[1]);
  }

  @Test
  void a_number_is_answered_in_its_own_unit() throws IOException {
    TypedNetwork network = TypedNetwork.of("public record Row(float x, @Label int price) {}");
    List<Object> rows =
        network.read("{\"x\":0,\"price\":3}", "{\"x\":1,\"price\":5}", "{\"x\":2,\"price\":7}");
    NetworkModel model = trained(network, rows).model();
    assertEquals(9, (float) ask(model, "predict", 3f), 1e-3);
    assertArrayEquals(new float[] {3, 5, 7}, (float[]) ask(model, "predict", rows), 1e-3f);
  }

  @Test
  void another_loss_may_be_written_for_a_number() {
    TypedNetwork network =
        TypedNetwork.of(
            "@Network(rows = Net.Row.class, loss = Loss.HUBER, delta = 2)",
            "public record Row(float x, @Label float price) {}");
    assertEquals(Loss.HUBER, network.create(1).description().loss());
  }

  @Test
  void several_numbers_are_answered_as_a_record() throws IOException {
    TypedNetwork network =
        TypedNetwork.of("public record Row(@Label float up, float x, @Label double down) {}");
    List<Object> rows =
        network.read("{\"x\":0,\"up\":1,\"down\":2}", "{\"x\":1,\"up\":2,\"down\":1}");
    Object answer = ask(trained(network, rows).model(), "predict", rows.get(1));
    assertEquals(2, (float) ask(answer, "up"), 1e-3);
    assertEquals(1, (float) ask(answer, "down"), 1e-3);
  }

  @Test
  void several_yes_or_no_are_answered_as_a_record() throws IOException {
    TypedNetwork network =
        TypedNetwork.of("public record Row(float x, @Label boolean big, @Label boolean small) {}");
    List<Object> rows =
        network.read(
            "{\"x\":-1,\"big\":false,\"small\":true}", "{\"x\":1,\"big\":1,\"small\":\"no\"}");
    NetworkModel model = trained(network, rows).model();
    Object answer = ask(model, "predict", rows.get(1));
    assertEquals(true, ask(answer, "big"));
    assertEquals(false, ask(answer, "small"));
    assertTrue((float) ask(ask(model, "probabilities", rows.get(0)), "small") > 0.5);
  }

  @Test
  void a_text_is_answered_as_one_of_its_categories() throws IOException {
    TypedNetwork network =
        TypedNetwork.of(
            "public record Row(float x, @Label @Categories({\"no\", \"y\\\"es\"}) String text) {}");
    List<Object> rows =
        network.read("{\"x\":-1,\"text\":\"no\"}", "{\"x\":1,\"text\":\"y\\\"es\"}");
    NetworkModel model = trained(network, rows).model();
    assertEquals("y\"es", ask(model, "predict", rows.get(1)));
    Map<?, ?> shares = (Map<?, ?>) ask(model, "probabilities", rows.get(0));
    assertEquals("[no, y\"es]", shares.keySet().toString());
  }

  @Test
  void fields_of_a_class_are_columns_by_their_names() throws IOException {
    TypedNetwork network =
        TypedNetwork.of(
            "public static class Row { public float zeta; @Label public boolean label;"
                + " public static int count; public Boolean alpha; }");
    List<Object> rows =
        network.read(
            "{\"zeta\":2,\"alpha\":true,\"label\":false}", "{\"zeta\":0,\"alpha\":0,\"label\":1}");
    Dataset dataset = network.dataset(rows);
    assertEquals(List.of("alpha", "zeta"), dataset.columnNames());
    assertArrayEquals(new float[] {1, 2}, dataset.row(0));
  }

  @Test
  void weights_count_and_ignored_columns_do_not() throws IOException {
    TypedNetwork network =
        TypedNetwork.of(
            "public record Row(@Ignore char mark, @Ignore List<String> names, float x,"
                + " @Weight int seen, @Label boolean label) {}");
    Dataset dataset = network.dataset(network.read("{\"x\":2,\"seen\":3,\"label\":true}"));
    assertEquals(1, dataset.width());
    assertEquals(3, dataset.weight(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`Float x` | `null` | `row 1, column x has no value; every row needs one, unless @Impute on"
            + " a feature says what stands for it`",
        "`double x` | `Double.NaN` | `row 1, column x has no value; every row needs one, unless"
            + " @Impute on a feature says what stands for it`",
        "`float x` | `1 / 0f` | `row 1, column x is Infinity; a number must be finite`",
        "`double x` | `1e300` | `row 1, column x is 1.0E300, more than a float can hold; give it in"
            + " a larger unit`",
        "`Kind x` | `null` | `row 1, column x has no value; every row needs one, unless @Impute on"
            + " a feature says what stands for it`",
        "`Optional<Kind> x` | `Optional.empty()` | `row 1, column x has no value; every row needs"
            + " one, unless @Impute on a feature says what stands for it`",
        "`OptionalInt x` | `null` | `row 1, column x has no value; every row needs one, unless"
            + " @Impute on a feature says what stands for it`",
        "`Boolean x` | `null` | `row 1, column x has no value; every row needs one, unless @Impute"
            + " on a feature says what stands for it`",
        "`@Categories({\"S\", \"C\"}) String x` | `\"Q\"` | `row 1, column x is \"Q\"; its"
            + " categories are S, C`",
        "`@Hashed(4) String x` | `null` | `row 1, column x has no value; every row needs one,"
            + " unless @Impute on a feature says what stands for it`",
        "`@Log1p float x` | `-1` | `row 1, column x is -1.0; @Log1p takes ln(1 + x), so x must be"
            + " above -1`",
        "`@Cyclic(DAY_OF_WEEK) LocalDate x` | `null` | `row 1, column x has no value; every row"
            + " needs one, unless @Impute on a feature says what stands for it`",
        "`@Weight float x` | `-2` | `row 1, column x is -2.0; a weight must be at least 0`",
      })
  void a_wrong_value_is_named_with_its_row_and_column(String column, String value, String message) {
    TypedNetwork network =
        TypedNetwork.of(
            KINDS
                + "public record Row("
                + column
                + ", float y, @Label boolean label) {}\n"
                + "public static Row row() { return new Row("
                + value
                + ", 1, true); }\n"
                + "public static Row good() { return new Row("
                + good(column)
                + ", 1, true); }");
    List<Object> rows = List.of(network.make("good"), network.make("row"));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> network.dataset(rows));
    assertEquals(message, refusal.getMessage());
  }

  private static String good(String column) {
    return Stream.of(
            "Optional<Kind>=Optional.of(Kind.B)",
            "OptionalInt=OptionalInt.of(1)",
            "Boolean=true",
            "Kind=Kind.A",
            "@Categories=\"S\"",
            "@Hashed=\"any\"",
            "LocalDate=LocalDate.EPOCH",
            "=1f")
        .filter(each -> column.contains(each.substring(0, each.indexOf('='))))
        .findFirst()
        .map(each -> each.substring(each.indexOf('=') + 1))
        .orElseThrow();
  }

  @Test
  void a_missing_value_is_zeros_and_a_sign_of_it() throws IOException {
    TypedNetwork network =
        TypedNetwork.of(
            KINDS
                + "public record Row(@Impute(ZEROS) Optional<Kind> kind, @Impute(ZEROS) Boolean"
                + " yes, @Impute(ZEROS) @Cyclic(DAY_OF_WEEK) LocalDate day, @Label boolean label)"
                + " {}");
    Dataset dataset =
        network.dataset(
            network.read(
                "{\"label\":true}",
                "{\"kind\":\"C\",\"yes\":true,\"day\":\"1970-01-05\",\"label\":false}"));
    assertEquals(
        List.of(
            "kind=A",
            "kind=B",
            "kind=C",
            "kind missing",
            "yes",
            "yes missing",
            "day sin day_of_week",
            "day cos day_of_week",
            "day missing"),
        dataset.columnNames());
    assertArrayEquals(new float[] {0, 0, 0, 1, 0, 1, 0, 0, 1}, dataset.row(0));
    assertArrayEquals(new float[] {0, 0, 1, 0, 1, 0, 0, 1, 0}, dataset.row(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`float size` | `columns [size, label] in the file, [x, label] in the class`",
        "`Kind x` | `kind \"category\" in the file, \"number\" in the class`",
        "`@Standardize float x` | `column x: standardize true in the file, absent in the class`",
      })
  void a_model_of_other_columns_is_refused_with_the_difference(String column, String difference) {
    TypedNetwork network = TypedNetwork.of("public record Row(float x, @Label boolean label) {}");
    TypedNetwork other =
        TypedNetwork.of(KINDS + "public record Row(" + column + ", @Label boolean label) {}");
    byte[] json = other.create(1).model().toJson();
    Exception refusal = assertThrows(IllegalStateException.class, () -> network.load(json));
    String message = refusal.getCause().getMessage();
    assertTrue(message.contains(difference), message);
  }

  @Test
  void a_model_of_other_categories_is_refused_with_both() {
    String before = "public enum Kind { A, B }\n public record Row(Kind x, @Label float y) {}";
    TypedNetwork network = TypedNetwork.of(before.replace("A, B", "A, C"));
    byte[] json = TypedNetwork.of(before).create(1).model().toJson();
    Exception refusal = assertThrows(IllegalStateException.class, () -> network.load(json));
    String message = refusal.getCause().getMessage();
    assertTrue(
        message.contains("column x: categories [A, B] in the file, [A, C] in the class"), message);
  }

  @Test
  void a_line_that_cannot_be_read_is_named() {
    TypedNetwork network =
        TypedNetwork.of(KINDS + "public record Row(int x, Kind kind, @Label boolean label) {}");
    String good = "{\"x\":1,\"kind\":\"A\",\"label\":true}";
    Map<String, String> bad =
        Map.of(
            good.replace("1", "1.5"),
            "lines, line 2, column x holds \"1.5\", which is not a whole number from -2147483648 to"
                + " 2147483647",
            good.replace("1", "3000000000"),
            "lines, line 2, column x holds \"3000000000\", which is not a whole number from"
                + " -2147483648 to 2147483647",
            good.replace("A", "D"),
            "lines, line 2, column kind holds \"D\", which is none of A, B, C",
            good.replace("true", "\"perhaps\""),
            "lines, line 2, column label holds \"perhaps\", which is not true or false, yes or no,"
                + " 1 or 0",
            good.replace("1", "null"),
            "lines, line 2, column x has no value; every row needs one, unless @Impute on a"
                + " feature says what stands for it",
            good.replace("1", "[1]"),
            "lines, line 2: field \"x\" must be a text, number, boolean or null",
            good + "{}",
            "lines, line 2: there is more after the object",
            good.replace("\"kind\"", "\"KIND\":\"A\",\"Ki nd\""),
            "lines, line 2: two columns could be \"kind\", the second is \"Ki nd\"");
    bad.forEach(
        (line, message) ->
            assertEquals(
                message,
                assertThrows(RowFormatException.class, () -> network.read(good, line))
                    .getMessage()));
  }

  @Test
  void more_columns_than_a_method_takes_are_read_in_parts() throws IOException {
    String columns =
        String.join(", ", IntStream.range(0, 240).mapToObj(i -> "double c" + i).toList());
    TypedNetwork network =
        TypedNetwork.of(
            "public static class Row { "
                + columns.replace(", ", "; ").replace("double", "public double")
                + "; @Label public boolean label; }");
    StringBuilder line = new StringBuilder("{\"label\":true");
    IntStream.range(0, 240).forEach(i -> line.append(",\"c" + i + "\":" + i));
    Dataset dataset = network.dataset(network.read(line.append('}').toString()));
    assertEquals(240, dataset.width());
    assertEquals("c" + (int) dataset.feature(0, 150), dataset.columnNames().get(150));
    for (Method method : network.create(1).model().getClass().getDeclaredMethods()) {
      assertFalse(method.getName().equals("predict") && method.getParameterCount() > 1);
    }
  }

  private static NetworkTrainer<?> trained(TypedNetwork network, List<Object> rows) {
    NetworkTrainer<?> trainer = network.create(3);
    ask(trainer, "fit", rows, Training.epochs(400).batchSize(2).optimizer(Sgd.of(0.2)));
    return trainer;
  }
}

package dev.annette.processor.rows;

import static dev.annette.processor.rows.TypedNetwork.ask;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import dev.annette.runtime.uncertainty.Interval;
import dev.annette.runtime.uncertainty.MonteCarloPrediction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers about many rows: of streams as they are read, and with the noise of training. */
class TypedAnswersTest {
  private static final String NOISY =
      "  @Dense(units = 24, activation = TANH) @Dropout(0.3) Layer hidden;";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Label float y",
        "@Label boolean y",
        "@Label Kind y",
        "@Label @Categories({\"A\", \"B\"}) String y",
        "@Label float y, @Label float z",
        "@Label boolean y, @Label boolean z",
      })
  void a_stream_is_answered_as_each_of_its_rows(String labels) throws IOException {
    TypedNetwork network =
        TypedNetwork.of("public enum Kind { A, B }\npublic record Row(float x, " + labels + ") {}");
    List<Object> rows = rows(network, labels);
    NetworkModel model = network.create(4).model();
    assertEquals(each(model, "predict", rows), list(ask(model, "predict", rows.stream())));
    if (labels.contains("float")) {
      return;
    }
    boolean isOneAnswer = labels.equals("@Label boolean y");
    assertEquals(
        each(model, isOneAnswer ? "probability" : "probabilities", rows),
        list(ask(model, "probabilities", rows.stream())));
  }

  private static List<Object> rows(TypedNetwork network, String labels) throws IOException {
    String y = labels.contains("float") ? "1" : labels.contains("boolean") ? "true" : "\"A\"";
    List<String> lines = new ArrayList<>();
    for (int i = -3; i <= 3; i++) {
      lines.add("{\"x\":%d,\"y\":%s,\"z\":%s}".formatted(i, y, y));
    }
    return network.read(lines.toArray(String[]::new));
  }

  private static List<Object> each(NetworkModel model, String question, List<Object> rows) {
    return rows.stream().map(row -> ask(model, question, row)).toList();
  }

  private static List<Object> list(Object stream) {
    return new ArrayList<>(((Stream<?>) stream).toList());
  }

  @Test
  void a_stream_is_read_as_far_as_it_is_asked_for() throws IOException {
    TypedNetwork network = TypedNetwork.of("public record Row(float x, @Label float y) {}");
    Object row = network.read("{\"x\":1,\"y\":2}").get(0);
    AtomicInteger made = new AtomicInteger();
    Stream<Object> endless = Stream.generate(() -> row).peek(each -> made.incrementAndGet());
    Iterator<?> answers =
        ((Stream<?>) ask(network.create(1).model(), "predict", endless)).iterator();
    answers.next();
    answers.next();
    assertTrue(made.get() <= 3, made::toString);
  }

  @Test
  void a_wrong_row_of_a_stream_is_named_by_its_number() {
    TypedNetwork network =
        TypedNetwork.of(
            "public record Row(Float x, @Label float y) {}\n"
                + "public static Row good() { return new Row(1f, 2); }\n"
                + "public static Row bad() { return new Row(null, 2); }");
    NetworkModel model = network.create(1).model();
    assertEquals(
        "row 2, column x has no value; every row needs one, unless @Impute on a feature says what"
            + " stands for it",
        refusal(model, network.make("good"), network.make("good"), network.make("bad")));
    assertEquals("row 1 is null", refusal(model, network.make("good"), null));
  }

  private static String refusal(NetworkModel model, Object... rows) {
    Stream<?> answers = (Stream<?>) ask(model, "predict", Stream.of(rows));
    return assertThrows(IllegalArgumentException.class, answers::toList).getMessage();
  }

  /** Where there were no rows, samples scatter more; everywhere in the unit of the label. */
  @Test
  void intervals_are_in_the_unit_of_the_label_and_wider_where_nothing_was_learned()
      throws IOException {
    TypedNetwork network =
        TypedNetwork.of(NOISY + "\npublic record Row(float x, @Label @Standardize float y) {}");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      double x = i / 32.0 - 1;
      lines.add("{\"x\":%s,\"y\":%s}".formatted(x, 5000 + 1000 * x));
    }
    lines.add("{\"x\":6,\"y\":0}");
    List<Object> all = network.read(lines.toArray(String[]::new));
    List<Object> train = all.subList(0, 64);
    NetworkTrainer<?> trainer = network.create(3);
    ask(trainer, "fit", train, Training.epochs(300).batchSize(16).optimizer(Adam.of(0.01)));
    MonteCarloPrediction samples =
        (MonteCarloPrediction) ask(trainer, "predictMonteCarlo", all, 400, 11L);
    int covered = 0;
    double width = 0;
    for (int row = 0; row < 64; row++) {
      Interval interval = samples.interval(row, 0, 0.9);
      covered += interval.contains(5000 + 1000 * (row / 32.0 - 1)) ? 1 : 0;
      width += interval.width() / 64;
      assertEquals(samples.quantile(row, 0, 0.05), interval.low(), 1e-6);
      assertEquals(samples.quantile(row, 0, 0.95), interval.high(), 1e-6);
    }
    assertTrue(covered >= 56, "covered " + covered);
    assertTrue(width > 50 && width < 1500, "width " + width);
    double far = samples.interval(64, 0, 0.9).width();
    assertTrue(far > 1.2 * width, far + " far away, " + width + " among the rows");
  }

  @Test
  void rows_to_sample_need_no_label_but_their_columns() {
    TypedNetwork network =
        TypedNetwork.of(
            NOISY
                + "\npublic record Row(Float x, @Label double y) {}\n"
                + "public static Row unlabelled() { return new Row(1f, Double.NaN); }\n"
                + "public static Row bad() { return new Row(null, 2); }");
    NetworkTrainer<?> trainer = network.create(1);
    List<Object> rows = List.of(network.make("unlabelled"));
    ask(trainer, "predictMonteCarlo", rows, 5, 1L);
    List<Object> bad = List.of(network.make("unlabelled"), network.make("bad"));
    assertEquals(
        "row 1, column x has no value; every row needs one, unless @Impute on a feature says what"
            + " stands for it",
        assertThrows(
                IllegalArgumentException.class, () -> ask(trainer, "predictMonteCarlo", bad, 5, 1L))
            .getMessage());
  }
}

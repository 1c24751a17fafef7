package dev.annette.processor.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.RowFormatException;
import dev.annette.runtime.data.RowSource;
import dev.annette.runtime.data.csv.Csv;
import dev.annette.runtime.rows.RowDatasets;
import dev.annette.runtime.rows.RowStreams;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.EarlyStopping;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Swa;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on rows that are read anew for every pass is training on the same rows in memory. */
class StreamedRowsTest {
  private static final String MEMBERS =
      """
        public enum Kind { A, B, C }
        public record Row(
            @Impute(MEDIAN) @Standardize Float size,
            @Impute(MEAN) Float depth,
            @MinMax float length,
            @Impute(MEDIAN) @MinMax Float height,
            Kind kind,
            @Weight float seen,
            @Label @Standardize float price,
            @Label float age) {}
        @Dense(units = 12, activation = RELU, bias = false) @BatchNorm Layer hidden;
        @Dense(units = 8, activation = TANH) @L2(1) Layer second;
      """;

  private static final Training TRAINING =
      Training.epochs(4).batchSize(16).optimizer(Adam.of(0.01)).shuffle(false);

  @TempDir static Path folder;

  private static TypedNetwork network;
  private static Csv csv;
  private static List<Object> rows;

  @BeforeAll
  static void write() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    List<String> lines = new ArrayList<>(List.of("size,depth,length,height,kind,seen,price,age"));
    for (int i = 0; i < 300; i++) {
      double x = random.nextDouble() - 0.5;
      double y = random.nextDouble() * 10;
      int kind = random.nextInt(3);
      lines.add(
          "%s,%s,%s,%s,%s,%s,%s,%s"
              .formatted(
                  i % 7 == 0 ? "" : Double.toString(x),
                  i % 5 == 0 ? "" : Double.toString(y),
                  y * 2 - x,
                  i % 11 == 0 ? "" : Double.toString(x * y),
                  "ABC".charAt(kind),
                  1 + random.nextInt(3),
                  20_000 + 5_000 * x + 300 * y * kind,
                  x - y));
    }
    csv = Csv.file(Files.write(folder.resolve("t.csv"), lines));
    network = TypedNetwork.of(MEMBERS);
    rows = csv.rows(network.rows());
  }

  @Test
  void without_shuffling_every_bit_is_the_same() throws IOException {
    requireSame(TRAINING);
    requireSame(TRAINING.batchSize(7).threads(1));
    requireSame(TRAINING.fullBatch());
    requireSame(TRAINING.averaging(Swa.from(2)));
    Dataset validation = network.dataset(rows.subList(0, 40));
    requireSame(TRAINING.validation(validation).earlyStopping(EarlyStopping.defaults()));
  }

  private static void requireSame(Training training) throws IOException {
    NetworkTrainer<?> known = network.create(5);
    History expected = known.fit(network.dataset(rows), training);
    NetworkTrainer<?> read = network.create(5);
    History history = read.fit(source(), training);
    assertEquals(new String(known.model().toJson()), new String(read.model().toJson()));
    assertEquals(expected.epochs(), history.epochs());
    float[] parameters = new float[read.parameterCount()];
    float[] others = parameters.clone();
    known.getParameters(parameters);
    read.getParameters(others);
    assertArrayEquals(parameters, others);
  }

  private static RowSource source() {
    return RowDatasets.source(network.rows(), () -> csv.rowStream(network.rows()));
  }

  @Test
  void a_buffer_mixes_rows_and_the_seed_says_how() throws IOException {
    Training shuffled = TRAINING.shuffle(true).shuffleBuffer(50).epochs(60);
    NetworkTrainer<?> trainer = network.create(5);
    History history = trainer.fit(source(), shuffled);
    NetworkTrainer<?> again = network.create(5);
    again.fit(source(), shuffled);
    assertEquals(new String(trainer.model().toJson()), new String(again.model().toJson()));
    NetworkTrainer<?> ordered = network.create(5);
    ordered.fit(source(), shuffled.shuffle(false));
    assertNotEquals(new String(trainer.model().toJson()), new String(ordered.model().toJson()));
    History known = network.create(5).fit(network.dataset(rows), shuffled);
    assertEquals(1, end(history) / end(known), 0.2);
    assertTrue(end(history) < 0.2 * history.epochs().get(0).dataLoss());
  }

  private static double end(History history) {
    return history.epochs().get(59).dataLoss();
  }

  @Test
  void rows_are_read_four_times_to_measure_and_once_an_epoch() throws Exception {
    AtomicInteger opened = new AtomicInteger();
    AtomicInteger closed = new AtomicInteger();
    RowStreams<Object> streams =
        () -> {
          opened.incrementAndGet();
          return csv.rowStream(network.rows()).onClose(closed::incrementAndGet);
        };
    TypedNetwork.ask(network.create(5), "fit", streams, TRAINING.epochs(3));
    assertEquals(4 + 3, opened.get()); // the median takes two passes, then mean and deviation
    assertEquals(7, closed.get());
  }

  @Test
  void a_wrong_row_changes_nothing_and_is_named() throws IOException {
    Path file = folder.resolve("wrong.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("t.csv")));
    lines.set(290, lines.get(290).replace(",", ",x"));
    Csv wrong = Csv.file(Files.write(file, lines));
    NetworkTrainer<?> trainer = network.create(5);
    String before = new String(trainer.model().toJson());
    RowFormatException refusal =
        assertThrows(
            RowFormatException.class,
            () ->
                trainer.fit(
                    RowDatasets.source(network.rows(), () -> wrong.rowStream(network.rows())),
                    TRAINING));
    assertTrue(refusal.getMessage().startsWith(file + ", line 291"), refusal.getMessage());
    assertEquals(before, new String(trainer.model().toJson()));
  }

  @Test
  void what_needs_rows_in_memory_is_refused() {
    assertRefused(
        "validationSplit(0.2) chooses among rows in memory, but these are read anew for every"
            + " pass: give others with validation(rows).",
        source(),
        TRAINING.validationSplit(0.2));
    assertRefused(
        "balancedClassWeights() counts the rows of every class in memory, but these are read anew"
            + " for every pass: give each row its weight, by @Weight on a column.",
        source(),
        TRAINING.balancedClassWeights());
    assertRefused("there are no rows", RowDatasets.source(network.rows(), Stream::empty), TRAINING);
    Stream<Object> once = rows.stream();
    assertRefused(
        "the rows were asked for once more, but came as the same stream; every pass over them"
            + " needs a new one",
        RowDatasets.source(network.rows(), () -> once),
        TRAINING);
    AtomicInteger pass = new AtomicInteger();
    assertRefused(
        "there were 300 rows in the first pass, but 299 in a later one; every pass must give the"
            + " same",
        RowDatasets.source(
            network.rows(), () -> rows.stream().skip(pass.incrementAndGet() > 5 ? 1 : 0)),
        TRAINING);
  }

  private static void assertRefused(String message, RowSource source, Training training) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> network.create(5).fit(source, training))
            .getMessage());
  }
}

package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.callback.Checkpoint;
import dev.annette.runtime.data.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumptionTest {
  private static final Dataset ROWS = Rows.regression(50, HiddenTrainer.INPUT_SIZE, 3);
  private static final int BATCHES = 5;

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("hidden.run");
  }

  private static Training options() {
    return Training.epochs(4)
        .batchSize(8)
        .optimizer(Adam.of(0.01))
        .validationSplit(0.2)
        .learningRate(CosineDecay.overRun().perStep())
        .averaging(Ema.of(0.8))
        .reduceOnPlateau(ReduceOnPlateau.defaults().withPatience(1))
        .earlyStopping(EarlyStopping.defaults().withPatience(2));
  }

  private Training kept() {
    return options().resumable(Resumption.in(file()));
  }

  @Test
  void a_run_that_was_interrupted_after_any_batch_goes_on_to_the_same_bits() throws IOException {
    HiddenTrainer whole = HiddenTrainer.create(3);
    History expected = whole.fit(ROWS, options());
    for (int cut = 1; cut <= whole.state().steps(); cut++) {
      History part = HiddenTrainer.create(3).fit(ROWS, kept().callback(interruptAfter(cut)));
      assertTrue(Thread.interrupted(), "the flag stays");
      assertTrue(cut % BATCHES != 1 || part.end().cause() == RunEnd.Cause.INTERRUPTED);
      HiddenTrainer resumed = HiddenTrainer.create(3);
      History history = resumed.fit(ROWS, kept());
      assertSame(whole, expected, resumed, history);
      assertEquals(expected.end(), history.end());
      Files.delete(file());
    }
  }

  @Test
  void a_run_that_was_killed_goes_on_from_any_moment_that_was_kept() throws IOException {
    HiddenTrainer whole = HiddenTrainer.create(3);
    List<byte[]> moments = new ArrayList<>();
    Callback copy =
        new Callback() {
          @Override
          public void onStep(double dataLoss, Control control) {
            try {
              moments.add(Files.readAllBytes(file()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    Resumption always = Resumption.in(file()).every(Duration.ZERO);
    History expected = whole.fit(ROWS, options().resumable(always).callback(copy));
    assertEquals(whole.state().steps(), moments.size());
    assertTrue(moments.size() >= 2 * BATCHES);
    for (byte[] moment : moments) {
      Files.write(file(), moment);
      HiddenTrainer resumed = HiddenTrainer.create(3);
      History history = resumed.fit(ROWS, kept());
      assertSame(whole, expected, resumed, history);
    }
  }

  @Test
  void a_run_that_is_complete_is_not_repeated() {
    HiddenTrainer whole = HiddenTrainer.create(3);
    History expected = whole.fit(ROWS, kept());
    List<Integer> steps = new ArrayList<>();
    Callback count =
        new Callback() {
          @Override
          public void onStart(Control control) {
            steps.add(control.epoch());
          }

          @Override
          public void onStep(double dataLoss, Control control) {
            steps.add(-1);
          }
        };
    HiddenTrainer resumed = HiddenTrainer.create(3);
    assertSame(whole, expected, resumed, resumed.fit(ROWS, kept().callback(count)));
    assertEquals(List.of(expected.epochs().size()), steps);
  }

  @Test
  void what_stopped_a_run_stops_it_again() {
    Callback stop =
        new Callback() {
          @Override
          public void onStep(double dataLoss, Control control) {
            if (control.steps() == 7) {
              control.stop("enough");
              Thread.currentThread().interrupt();
            }
          }
        };
    HiddenTrainer.create(3).fit(ROWS, kept().callback(stop));
    assertTrue(Thread.interrupted());
    History history = HiddenTrainer.create(3).fit(ROWS, kept());
    assertEquals("enough", history.end().reason());
    assertEquals(2, history.epochs().size());
  }

  @Test
  void a_run_that_goes_on_says_from_where() {
    HiddenTrainer.create(3).fit(ROWS, kept().callback(interruptAfter(BATCHES + 2)));
    assertTrue(Thread.interrupted());
    StringBuilder said = new StringBuilder();
    HiddenTrainer.create(3).fit(ROWS, kept().progress(said));
    assertTrue(
        said.toString().contains("goes on after epoch 1 of 4 and 2 batches"), said::toString);
  }

  @Test
  void the_best_model_of_a_resumed_run_is_that_of_the_whole_run() throws IOException {
    Path best = directory.resolve("best.json");
    // the loss falls, so the first epoch has the highest
    Callback first = Checkpoint.best(best).withMonitor("data_loss").withMode(Mode.MAX);
    HiddenTrainer.create(3).fit(ROWS, options().callback(first));
    byte[] expected = Files.readAllBytes(best);
    Files.delete(best);
    HiddenTrainer.create(3).fit(ROWS, kept().callback(first).callback(interruptAfter(7)));
    assertTrue(Thread.interrupted());
    HiddenTrainer.create(3).fit(ROWS, kept().callback(first));
    assertArrayEquals(expected, Files.readAllBytes(best));
  }

  @Test
  void another_run_is_refused_and_nothing_learned() {
    HiddenTrainer.create(3).fit(ROWS, kept());
    assertRefused(
        "it has the seed: 3; here it is the seed: 4", HiddenTrainer.create(4), ROWS, kept());
    assertRefused(
        "it has the optimizer: Adam(learningRate=0.01, beta1=0.9, beta2=0.999, epsilon=1.0E-8);"
            + " here it is the optimizer: Sgd.of(0.1)",
        HiddenTrainer.create(3),
        ROWS,
        kept().optimizer(Sgd.of(0.1)));
    assertRefused(
        "it has batchSize: 8; here it is batchSize: 9",
        HiddenTrainer.create(3),
        ROWS,
        kept().batchSize(9));
    assertRefused(
        "it has epochs: 4; here it is epochs: 5",
        HiddenTrainer.create(3),
        ROWS,
        kept().withEpochs(5));
    assertRefused(
        "it has the training rows: 40 with checksum",
        HiddenTrainer.create(3),
        ROWS.select(IntStream.range(0, 50).map(i -> 49 - i).toArray()),
        kept());
  }

  private void assertRefused(
      String difference, HiddenTrainer trainer, Dataset rows, Training training) {
    float[] before = parameters(trainer);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> trainer.fit(rows, training));
    String start = file() + " keeps another run: " + difference;
    assertTrue(e.getMessage().startsWith(start), e.getMessage());
    assertArrayEquals(before, parameters(trainer));
  }

  @Test
  void a_file_that_is_cut_or_changed_anywhere_is_refused_and_nothing_learned() throws IOException {
    HiddenTrainer.create(3).fit(ROWS, kept().callback(interruptAfter(7)));
    assertTrue(Thread.interrupted());
    byte[] whole = Files.readAllBytes(file());
    for (int i = 0; i < whole.length; i += i < 3000 ? 1 : 997) {
      assertDamaged(Arrays.copyOf(whole, i));
      byte[] flipped = whole.clone();
      flipped[i] ^= (byte) (1 << i % 8);
      assertDamaged(flipped);
    }
    assertDamaged(Arrays.copyOf(whole, whole.length + 1));
  }

  private void assertDamaged(byte[] bytes) throws IOException {
    Files.write(file(), bytes);
    HiddenTrainer trainer = HiddenTrainer.create(3);
    float[] before = parameters(trainer);
    RuntimeException e = assertThrows(RuntimeException.class, () -> trainer.fit(ROWS, kept()));
    boolean isNamed =
        e instanceof UncheckedIOException && e.getMessage().startsWith(file() + " is damaged: ")
            || e instanceof IllegalArgumentException
                && e.getMessage().startsWith(file() + " keeps another run: ");
    assertTrue(isNamed, e.toString());
    assertArrayEquals(before, parameters(trainer));
    assertEquals(0, trainer.state().steps());
  }

  @Test
  void a_file_that_cannot_be_written_is_named_before_the_first_step() {
    Path absent = directory.resolve("absent").resolve("hidden.run");
    HiddenTrainer trainer = HiddenTrainer.create(3);
    Training training = options().resumable(Resumption.in(absent));
    UncheckedIOException e =
        assertThrows(UncheckedIOException.class, () -> trainer.fit(ROWS, training));
    assertEquals(NoSuchFileException.class, e.getCause().getClass());
    assertTrue(e.getMessage().startsWith("The run cannot be kept in " + absent), e.getMessage());
    assertEquals(0, trainer.state().steps());
  }

  @Test
  void an_interval_is_not_negative() {
    Resumption always = Resumption.in(file());
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> always.every(Duration.ofSeconds(-1)));
    assertEquals(
        "The interval of Resumption is PT-1S; it must be zero or positive:"
            + " every(Duration.ofMinutes(1)).",
        e.getMessage());
    assertFalse(Files.exists(file()));
  }

  private static Callback interruptAfter(int steps) {
    return new Callback() {
      @Override
      public void onStep(double dataLoss, Control control) {
        if (control.steps() == steps) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  private static void assertSame(
      HiddenTrainer whole, History expected, HiddenTrainer resumed, History history) {
    assertEquals(expected.epochs(), history.epochs());
    assertArrayEquals(parameters(whole), parameters(resumed));
    assertEquals(whole.state().steps(), resumed.state().steps());
    float[] row = ROWS.row(0);
    float[] wanted = new float[HiddenTrainer.OUTPUT_UNITS];
    float[] found = new float[HiddenTrainer.OUTPUT_UNITS];
    whole.model().predictor().predict(row, wanted);
    resumed.model().predictor().predict(row, found);
    assertArrayEquals(wanted, found);
  }

  private static float[] parameters(HiddenTrainer trainer) {
    float[] values = new float[trainer.parameterCount()];
    trainer.getParameters(values);
    return values;
  }
}

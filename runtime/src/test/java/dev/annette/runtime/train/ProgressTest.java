package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.annette.runtime.model.EpochRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final long MILLIS = 1_000_000;

  private final StringBuilder out = new StringBuilder();
  private long now = 5_000_000_000L;

  @Test
  void a_log_line_has_loss_every_penalty_validation_and_times() {
    ProgressReport log =
        Progress.log(out).columns(120).report(new RunExtent(100, 1, 100, false), () -> now);
    step(log, 0.5, 840);
    log.epoch(epoch(Map.of("a.weights.l2", 0.01, "b.weights.l1", 0.00234)));
    assertEquals(
        List.of(
            "epoch   1/100  loss 0.3021 + penalty 0.0123 (a.l2 0.0100, b.l1 0.0023)"
                + "  validation 0.2810  840 ms  1:23 left"),
        lines(120));
  }

  @Test
  void the_last_line_of_a_log_has_the_time_of_the_run() {
    ProgressReport log = log(new RunExtent(2, 1, 2, true));
    step(log, 0.5, 61_400);
    log.epoch(epoch(Map.of("hidden.weights.l2", 0.01)));
    step(log, 0.5, 8);
    log.epoch(epoch(Map.of()));
    log.end();
    assertEquals(
        List.of(
            "epoch 1/2  loss 0.3021 + penalty 0.0100 (hidden.l2)  validation 0.2810  1:01"
                + "  max 1:01 left",
            "epoch 2/2  loss 0.3021  validation 0.2810  8.0 ms  1:01 in all"),
        lines(100));
  }

  @Test
  void penalties_are_named_where_they_are_few_and_fit() {
    ProgressReport log = log(new RunExtent(1, 1, 1, false));
    step(log, 1, 1);
    log.epoch(epoch(Map.of("a.l1", 1.0, "a.l2", 1.0, "b.l1", 1.0, "b.l2", 1.0)));
    assertEquals(
        List.of("epoch 1/1  loss 0.3021 + penalty 4.0000  validation 0.2810  1.0 ms  0:00 in all"),
        lines(100));
    out.setLength(0);
    ProgressReport narrow = log(new RunExtent(1, 1, 1, false));
    step(narrow, 1, 1);
    narrow.epoch(epoch(Map.of("a".repeat(30) + ".l1", 2.0, "b".repeat(30) + ".l2", 2.0)));
    assertEquals(
        List.of("epoch 1/1  loss 0.3021 + penalty 4.0000  validation 0.2810  1.0 ms  0:00 in all"),
        lines(100));
  }

  @Test
  void what_was_not_measured_is_left_out_and_small_numbers_stay_readable() {
    ProgressReport log = log(new RunExtent(1, 1, 1, false));
    step(log, 1, 9_960);
    log.epoch(epoch(1, 1.5e-7));
    assertEquals(List.of("epoch 1/1  loss 1.500e-07  10.0 s  0:10 in all"), lines(100));
  }

  @Test
  void a_log_of_every_few_epochs_has_the_first_and_the_last_too() {
    ProgressReport log =
        Progress.log(out).every(4).report(new RunExtent(10, 1, 10, false), () -> now);
    for (int done = 1; done <= 10; done++) {
      step(log, 1, 500);
      log.epoch(epoch(done, 1));
    }
    assertEquals(
        List.of(
            "epoch  1/10  loss 1.0000  500 ms  0:05 left",
            "epoch  4/10  loss 1.0000  500 ms  0:03 left",
            "epoch  8/10  loss 1.0000  500 ms  0:01 left",
            "epoch 10/10  loss 1.0000  500 ms  0:05 in all"),
        lines(100));
  }

  @Test
  void a_terminal_sees_one_line_rewritten_and_ended() {
    ProgressReport bar = bar(79, new RunExtent(2, 4, 8, false));
    step(bar, 1.0, 250);
    step(bar, 0.5, 250);
    step(bar, 0.75, 250);
    step(bar, 0.75, 250);
    bar.epoch(new EpochRecord(1, 0.75, new TreeMap<>(), 0.7, new TreeMap<>()));
    step(bar, 0.25, 1000);
    step(bar, 0.25, 1000);
    step(bar, 0.25, 1000);
    step(bar, 0.25, 1000);
    bar.epoch(new EpochRecord(2, 0.25, new TreeMap<>(), 0.2, new TreeMap<>()));
    bar.end();
    bar.end();
    assertEquals(
        List.of(
            "epoch 1/2 [####............] 1/4  loss 1.0000  128 rows/s  0:02 left",
            "epoch 1/2 [########........] 2/4  loss 0.7500  128 rows/s  0:02 left",
            "epoch 1/2 [############....] 3/4  loss 0.7500  128 rows/s  0:01 left",
            "epoch 1/2 [################] 4/4  loss 0.7500  128 rows/s  0:01 left",
            "epoch 2/2 [####............] 1/4  loss 0.2500  val 0.7000  80 rows/s  0:01 left",
            "epoch 2/2 [########........] 2/4  loss 0.2500  val 0.7000  64 rows/s  0:01 left",
            "epoch 2/2 [############....] 3/4  loss 0.2500  val 0.7000  56 rows/s  0:01 left",
            "epoch 2/2 [################] 4/4  loss 0.2500  val 0.7000  51 rows/s  0:00 left",
            "epoch 2/2 [############] 4/4  loss 0.2500  val 0.2000  51 rows/s  0:05 in all"),
        rewritten());
  }

  @Test
  void a_bar_is_rewritten_at_most_ten_times_a_second() {
    ProgressReport bar = bar(79, new RunExtent(1, 1000, 1000, true));
    for (int i = 0; i < 1000; i++) {
      step(bar, 1, 1);
    }
    assertEquals(10, rewritten().size());
    bar.epoch(epoch(1, 1));
    bar.end();
    List<String> all = rewritten();
    assertEquals(11, all.size());
    assertEquals(
        "epoch 1/1 [#...............] 100/1000  loss 1.0000  32k rows/s  max 0:01 left",
        all.get(0));
    assertEquals(
        "epoch 1/1 [################] 1000/1000  loss 1.0000  32k rows/s  0:01 in all",
        all.get(10));
  }

  @Test
  void a_bar_leaves_out_what_matters_least_where_it_is_narrow() {
    EpochRecord epoch =
        new EpochRecord(
            1,
            0.75,
            new TreeMap<>(Map.of("a.l2", 0.125)),
            0.7,
            new TreeMap<>(Map.of("accuracy", 0.5)));
    List<String> lines =
        IntStream.of(120, 79, 60, 50, 40)
            .mapToObj(
                columns -> {
                  out.setLength(0);
                  ProgressReport bar = bar(columns, new RunExtent(100, 4, 400, true));
                  step(bar, 0.75, 10);
                  bar.epoch(epoch);
                  bar.end();
                  List<String> all = rewritten();
                  String last = all.get(all.size() - 1);
                  assertTrue(last.length() <= columns, last);
                  return last;
                })
            .toList();
    assertEquals(
        List.of(
            "epoch   1/100 [####............] 1/4  loss 0.7500 + penalty 0.1250  val 0.7000"
                + "  accuracy 0.500  3200 rows/s  0:00 in all",
            "epoch   1/100 [##......] 1/4  loss 0.7500  val 0.7000  3200 rows/s  0:00 in all",
            "epoch   1/100 [#...]  loss 0.7500  val 0.7000  0:00 in all",
            "epoch   1/100 [##......]  loss 0.7500  0:00 in all",
            "epoch   1/100  loss 0.7500  0:00 in all"),
        lines);
  }

  @Test
  void a_shorter_line_covers_the_longer_one_before() {
    ProgressReport bar = bar(79, new RunExtent(1, 2, 2, false));
    step(bar, 123456, 200);
    step(bar, -123454, 200);
    bar.epoch(epoch(1, 1));
    bar.end();
    String[] lines = out.toString().split("\r");
    assertTrue(lines[1].stripTrailing().length() > lines[2].stripTrailing().length());
    assertEquals(lines[1].length(), lines[2].length());
    assertTrue(out.toString().endsWith(System.lineSeparator()));
  }

  @Test
  void long_runs_show_hours() {
    ProgressReport bar = bar(79, new RunExtent(10, 1, 10, false));
    step(bar, 1, 3_600_000);
    assertEquals(
        List.of("epoch  1/10 [################] 1/1  loss 1.0000  0 rows/s  9:00:00 left"),
        rewritten());
  }

  @Test
  void everything_is_ascii_and_fits() {
    TreeMap<String, Double> metrics = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      metrics.put("m\u00e9trique" + i, 0.5);
    }
    EpochRecord epoch = new EpochRecord(1, 1, new TreeMap<>(Map.of("\u03bb.l2", 1.0)), 1, metrics);
    for (ProgressReport report :
        List.of(log(new RunExtent(1, 1, 1, false)), bar(79, new RunExtent(1, 1, 1, false)))) {
      report.remark("\u03bb = 1");
      step(report, 1, 1);
      report.epoch(epoch);
      report.end();
    }
    assertTrue(out.toString().startsWith("lambda = 1"), out::toString);
    assertTrue(out.chars().allMatch(c -> c < 127), out::toString);
    assertTrue(
        Arrays.stream(out.toString().split("[\r\n]")).allMatch(line -> line.length() <= 100),
        out::toString);
  }

  @Test
  void a_run_reports_its_remarks_and_epochs() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3).l2(4, dev.annette.PenaltyScaling.TEXTBOOK);
    trainer.fit(Rows.regression(40, 3, 1), Training.epochs(2).optimizer(Sgd.of(0.1)).progress(out));
    List<String> lines = out.toString().lines().toList();
    assertEquals(
        "[annette/effective-strength] @L2(4) on output: 4/40 = 1.00e-1 on the mean loss",
        lines.get(0));
    assertTrue(
        lines
            .get(1)
            .matches(
                "epoch 1/2  loss \\d\\.\\d{4} \\+ penalty \\d\\.\\d{4} \\(output\\.l2\\)"
                    + "  [0-9.]+ m?s  \\d:\\d\\d left"),
        lines.get(1));
    assertEquals(3, lines.size());
  }

  @Test
  void a_bar_of_a_run_that_is_stopped_ends_before_the_reason() {
    LinearTrainer.halfSquared(3)
        .fit(
            Rows.regression(40, 3, 1),
            Training.epochs(9)
                .progress(Progress.bar(out))
                .callback(Callback.onEpoch((epoch, control) -> control.stop("enough is known"))));
    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.get(lines.size() - 2).contains(" in all"), out::toString);
    assertEquals("stopped: enough is known", lines.get(lines.size() - 1));
  }

  @Test
  void what_cannot_be_written_ends_the_run_and_leaves_its_weights() {
    Appendable full =
        new Appendable() {
          @Override
          public Appendable append(CharSequence text) throws IOException {
            throw new IOException("no space left");
          }

          @Override
          public Appendable append(CharSequence text, int from, int to) throws IOException {
            throw new IOException("no space left");
          }

          @Override
          public Appendable append(char character) throws IOException {
            throw new IOException("no space left");
          }
        };
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    Training run = Training.epochs(3).progress(full);
    assertEquals(
        "The progress of the run cannot be written: no space left",
        assertThrows(UncheckedIOException.class, () -> trainer.fit(Rows.regression(40, 3, 1), run))
            .getMessage());
    assertEquals(1, trainer.state().epochs());
  }

  @Test
  void a_step_that_shows_nothing_allocates_nothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ProgressReport bar = bar(79, new RunExtent(1, 1 << 30, 1 << 30, false));
    long bytes = Long.MAX_VALUE;
    for (int round = 0; round < 10 && bytes > 0; round++) {
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      for (int i = 0; i < 10_000; i++) {
        bar.step(0.5, 32);
      }
      bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
    assertEquals(0, bytes);
    assertEquals("", out.toString());
  }

  @Test
  void bad_forms_are_refused() {
    assertEquals(
        "columns is 39: a line of progress needs at least 40.",
        assertThrows(IllegalArgumentException.class, () -> Progress.bar(out).columns(39))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Progress.log(out).every(0));
  }

  private ProgressReport log(RunExtent run) {
    return Progress.log(out).report(run, () -> now);
  }

  private ProgressReport bar(int columns, RunExtent run) {
    return Progress.bar(out).columns(columns).report(run, () -> now);
  }

  /** Lets a batch of 32 rows take its time. */
  private void step(ProgressReport report, double loss, long millis) {
    now += millis * MILLIS;
    report.step(loss, 32);
  }

  private static EpochRecord epoch(Map<String, Double> penalties) {
    return new EpochRecord(12, 0.30214, new TreeMap<>(penalties), 0.28096, new TreeMap<>());
  }

  private static EpochRecord epoch(int number, double loss) {
    return new EpochRecord(number, loss, new TreeMap<>(), Double.NaN, new TreeMap<>());
  }

  private List<String> lines(int longest) {
    List<String> lines = out.toString().lines().toList();
    lines.forEach(line -> assertTrue(line.length() <= longest, line));
    return lines;
  }

  /** Returns the lines that a terminal showed one after the other. */
  private List<String> rewritten() {
    return Arrays.stream(out.toString().split("\r")).skip(1).map(String::stripTrailing).toList();
  }
}

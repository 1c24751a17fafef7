package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.model.EpochRecord;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void a_plain_line_has_loss_every_penalty_and_validation() {
    Progress progress = new Progress(out, false, false);
    progress.epoch(
        epoch(Map.of("hidden.weights.l2", 0.01, "output.weights.l1", 0.00234)), 100, 100);
    assertEquals(
        List.of(
            "epoch 100/100  loss 0.3021 + penalty 0.0123 (hidden.l2 0.0100, output.l1 0.0023)"
                + "  validation 0.2810"),
        lines());
  }

  @Test
  void one_penalty_is_named_without_its_number_again() {
    new Progress(out, false, false).epoch(epoch(Map.of("hidden.weights.l2", 0.01)), 1, 1);
    assertEquals(
        List.of("epoch 1/1  loss 0.3021 + penalty 0.0100 (hidden.l2)  validation 0.2810"), lines());
  }

  @Test
  void penalties_are_named_where_they_are_few_and_fit() {
    String sum = "epoch 1/1  loss 0.3021 + penalty 4.0000  validation 0.2810";
    Progress progress = new Progress(out, false, false);
    progress.epoch(epoch(Map.of("a.l1", 1.0, "a.l2", 1.0, "b.l1", 1.0, "b.l2", 1.0)), 1, 1);
    progress.epoch(epoch(Map.of("a".repeat(30) + ".l1", 2.0, "b".repeat(30) + ".l2", 2.0)), 1, 1);
    assertEquals(List.of(sum, sum), lines());
  }

  private static EpochRecord epoch(Map<String, Double> penalties) {
    return new EpochRecord(12, 0.30214, new TreeMap<>(penalties), 0.28096, new TreeMap<>());
  }

  @Test
  void what_was_not_measured_is_left_out_and_small_numbers_stay_readable() {
    new Progress(out, false, false).epoch(epoch(1, 1.5e-7), 1, 12);
    assertEquals(List.of("epoch  1/12  loss 1.500e-07"), lines());
  }

  @Test
  void many_epochs_print_the_first_the_last_and_some_between() {
    Progress progress = new Progress(out, false, false);
    for (int done = 1; done <= 1003; done++) {
      progress.epoch(epoch(done, 1), done, 1003);
    }
    assertEquals("epoch    1/1003  loss 1.0000", lines().get(0));
    assertEquals("epoch   51/1003  loss 1.0000", lines().get(1));
    assertEquals("epoch 1003/1003  loss 1.0000", lines().get(lines().size() - 1));
    assertEquals(21, lines().size());
  }

  @Test
  void every_epoch_is_printed_if_asked_for() {
    Progress progress = new Progress(out, true, false);
    for (int done = 1; done <= 50; done++) {
      progress.epoch(epoch(done, 1), done, 50);
    }
    assertEquals(50, lines().size());
  }

  @Test
  void a_terminal_sees_one_line_rewritten_and_ended() {
    Progress progress = new Progress(out, false, true);
    progress.epoch(epoch(1, 123456), 1, 2);
    progress.epoch(epoch(2, 0.5), 2, 2);
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(text.startsWith("\r[########........] epoch 1/2  loss 1.235e+05  0:00 left"), text);
    String second = "\r[################] epoch 2/2  loss 0.5000";
    assertEquals(second, text.substring(text.lastIndexOf('\r')).stripTrailing());
    assertTrue(text.endsWith(System.lineSeparator()));
  }

  @Test
  void a_line_has_at_most_a_hundred_ascii_columns() {
    TreeMap<String, Double> metrics = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      metrics.put("métrique" + i, 0.5);
    }
    new Progress(out, false, false)
        .epoch(new EpochRecord(1, 1, new TreeMap<>(Map.of("a.l2", 1.0)), 1, metrics), 1, 1);
    new Progress(out, false, false).remark("λ = 1");
    assertEquals(100, lines().get(0).length());
    assertTrue(lines().get(0).endsWith("..."));
    assertEquals("lambda = 1", lines().get(1));
    assertTrue(bytes.toString(StandardCharsets.UTF_8).chars().allMatch(c -> c < 127));
  }

  @Test
  void a_run_reports_its_remarks_and_epochs() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3).l2(4, dev.annette.PenaltyScaling.TEXTBOOK);
    trainer.fit(Rows.regression(40, 3, 1), Training.epochs(2).optimizer(Sgd.of(0.1)).progress(out));
    assertEquals(
        "[annette/effective-strength] @L2(4) on output: 4/40 = 1.00e-1 on the mean loss",
        lines().get(0));
    assertTrue(
        lines()
            .get(1)
            .matches("epoch 1/2  loss \\d\\.\\d{4} \\+ penalty \\d\\.\\d{4} \\(output\\.l2\\)"),
        lines().get(1));
    assertEquals(3, lines().size());
  }

  private static EpochRecord epoch(int number, double loss) {
    return new EpochRecord(number, loss, new TreeMap<>(), Double.NaN, new TreeMap<>());
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}

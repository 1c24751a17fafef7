package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.L1Method;
import dev.annette.PenaltyScaling;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.train.penalty.Decay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of remark has a page, a run that it is made of, and a switch. */
class RemarkTest {
  private static final Path PAGES = Path.of("docs", "remarks");

  /** The kinds left out need networks of other layers and losses, and have tests with these. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CLASS_WEIGHTS", "SMOOTHED_SOFT_LABELS", "SINGLE_ROW"})
  void a_run_is_told_and_can_do_without(Remark.Kind kind) {
    List<Remark> told = run(kind, training(kind));
    List<Remark> of = told.stream().filter(remark -> remark.kind() == kind).toList();
    assertEquals(1, of.size(), told.toString());
    assertEquals(expected(kind), of.get(0).text());
    List<Remark> others = new ArrayList<>(told);
    others.removeAll(of);
    assertEquals(others, run(kind, training(kind).allow(kind.key())));
  }

  /** Returns what is said of the run that provokes a remark; each kind has one. */
  private static String expected(Remark.Kind kind) {
    return switch (kind) {
      case EFFECTIVE_STRENGTH -> "@L2(2) on output: 2/40 = 5.00e-2 on the mean loss";
      case SCHEDULE -> "learning rate: times StepDecay[every=1, gamma=0.5]";
      case ADAPTIVE_L2 ->
          "@L2(2) on output with Adam: its gradient is divided by the running size of the"
              + " gradients, so the weights that move most shrink least; AdamW shrinks all alike";
      case INEXACT_ZEROS ->
          "@L1(2) on output with Sgd: its subgradient joins that of the data, so weights come close"
              + " to 0 without reaching it; method = PROXIMAL makes them exactly 0";
      case AVERAGED_ZEROS ->
          "@L1(2) on output: an average of weights is 0 only where all of them were, so the model"
              + " has fewer exact zeros than the weights themselves";
      case ADDED_DECAY ->
          "@WeightDecay(0.25) on output with AdamW: the weight decay 0.01 of AdamW acts as well,"
              + " 0.26 together; withWeightDecay(0) leaves this one";
      case WITHOUT_EFFECT ->
          "@L2(2) on output can have no effect: times the learning rate it is 5.00e-9, below the"
              + " resolution of floats, 5.96e-8";
      case OVERSHOOTING_DECAY ->
          "@L2(2) on output takes 1.50e+0 times a weight off it in every step, so weights change"
              + " their sign; take a smaller strength or learning rate, with a product below 1";
      case CLASS_WEIGHTS, SMOOTHED_SOFT_LABELS, SINGLE_ROW -> throw new AssertionError(kind);
    };
  }

  private static Training training(Remark.Kind kind) {
    Training run = Training.steps(1);
    return switch (kind) {
      case EFFECTIVE_STRENGTH, INEXACT_ZEROS -> run.optimizer(Sgd.of(0.1));
      case AVERAGED_ZEROS -> run.optimizer(Sgd.of(0.1)).averaging(Ema.of(0.9));
      case SCHEDULE -> run.optimizer(Sgd.of(0.1)).learningRate(StepDecay.every(1, 0.5));
      case ADAPTIVE_L2 -> run;
      case ADDED_DECAY -> run.optimizer(AdamW.defaults());
      case WITHOUT_EFFECT -> run.optimizer(Sgd.of(1e-7));
      case OVERSHOOTING_DECAY -> run.optimizer(Sgd.of(30));
      case CLASS_WEIGHTS, SMOOTHED_SOFT_LABELS, SINGLE_ROW -> throw new AssertionError(kind);
    };
  }

  private static List<Remark> run(Remark.Kind kind, Training training) {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    switch (kind) {
      case INEXACT_ZEROS -> trainer.l1(2, PenaltyScaling.TEXTBOOK, L1Method.SUBGRADIENT);
      case AVERAGED_ZEROS -> trainer.l1(2, PenaltyScaling.TEXTBOOK, L1Method.PROXIMAL);
      case ADDED_DECAY -> trainer.penalty(decay(0.25));
      default -> trainer.l2(2, PenaltyScaling.TEXTBOOK);
    }
    return trainer.fit(Rows.regression(40, 3, 1), training).remarks();
  }

  /** A threshold below the resolution of floats still makes zeros. */
  @Test
  void a_small_l1_has_an_effect() {
    LinearTrainer trainer =
        LinearTrainer.halfSquared(3).l1(2, PenaltyScaling.TEXTBOOK, L1Method.PROXIMAL);
    List<Remark> remarks =
        trainer.fit(Rows.regression(40, 3, 1), Training.steps(1).optimizer(Sgd.of(1e-7))).remarks();
    assertTrue(remarks.stream().noneMatch(one -> one.kind() == Remark.Kind.WITHOUT_EFFECT));
  }

  private static Decay decay(double strength) {
    return new Decay(
        new Hyperparameter("output", "weightDecay", strength, NumberRule.WEIGHT_DECAY));
  }

  /** The same of a declared decay and of the optimizer's own. */
  @Test
  void every_decay_that_overshoots_is_told() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3).penalty(decay(2));
    Training training = Training.steps(1).optimizer(Sgd.of(0.5));
    assertTrue(overshoots(trainer, training, "@WeightDecay(2) on output takes 1.00e+0 times"));
    AdamW own = AdamW.of(0.5).withWeightDecay(4);
    LinearTrainer plain = LinearTrainer.halfSquared(3);
    assertTrue(
        overshoots(
            plain, Training.steps(1).optimizer(own), "the weight decay of AdamW takes 2.00e+0"));
  }

  private static boolean overshoots(LinearTrainer trainer, Training training, String start) {
    return trainer.fit(Rows.regression(40, 3, 1), training).remarks().stream()
        .filter(remark -> remark.kind() == Remark.Kind.OVERSHOOTING_DECAY)
        .anyMatch(remark -> remark.text().startsWith(start));
  }

  @Test
  void momentum_reaches_as_far_as_its_newest_gradient() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3).l2(1, PenaltyScaling.PYTORCH);
    Training below = Training.steps(1).optimizer(Sgd.momentum(0.99, 0.9));
    Training above = Training.steps(1).optimizer(Sgd.momentum(1, 0.9));
    assertTrue(!overshoots(trainer, below, "@L2"));
    assertTrue(overshoots(trainer, above, "@L2(1) on output takes 1.00e+0 times"));
  }

  @Test
  void it_is_printed_with_its_key() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    run(Remark.Kind.ADAPTIVE_L2, Training.steps(1).progress(new PrintStream(bytes)));
    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertTrue(lines.get(0).startsWith("[annette/effective-strength] @L2(2)"), lines.get(0));
    assertTrue(lines.get(1).startsWith("[annette/adaptive-l2] @L2(2)"), lines.get(1));
    bytes.reset();
    run(
        Remark.Kind.ADAPTIVE_L2,
        Training.steps(1)
            .allow("effective-strength", "adaptive-l2")
            .progress(new PrintStream(bytes)));
    String first = bytes.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
    assertTrue(first.startsWith("epoch 1/1"), first);
  }

  @Test
  void a_key_that_no_remark_has_is_refused() {
    assertEquals(
        "allow(\"adaptive-l1\") names no remark. Did you mean \"adaptive-l2\"? Remarks:"
            + " effective-strength, schedule, adaptive-l2, inexact-zeros,"
            + " averaged-zeros, added-decay,"
            + " without-effect, overshooting-decay, class-weights, smoothed-soft-labels,"
            + " single-row.",
        assertThrows(IllegalArgumentException.class, () -> Training.epochs(1).allow("adaptive-l1"))
            .getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_has_a_page(Remark.Kind kind) throws IOException {
    String page = Files.readString(PAGES.resolve(kind.key() + ".md"));
    assertTrue(page.startsWith("# " + kind.key() + "\n\n"), page);
    assertTrue(page.contains("Training.allow(\"" + kind.key() + "\")"), page);
    assertTrue(page.lines().count() <= 25, page);
  }

  @Test
  void every_page_is_about_a_kind() throws IOException {
    Set<String> keys =
        Arrays.stream(Remark.Kind.values())
            .map(kind -> kind.key() + ".md")
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertEquals(keys, new TreeSet<>(pages.map(p -> p.getFileName().toString()).toList()));
    }
  }
}

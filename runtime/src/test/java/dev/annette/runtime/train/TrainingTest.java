package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the options say to a value that they refuse. */
class TrainingTest {
  private static final Training RUN = Training.epochs(1);
  private static final String DROPOUT =
      ": a dropout rate is the share of units left out in each training step, so it must be at"
          + " least 0 and below 1.";
  private static final String PENALTY =
      ": a penalty's strength scales a sum that is never negative, so it must be at least 0 and"
          + " finite.";
  private static final String RATE =
      ": a learning rate scales every step against the gradient, so it must be above 0 and"
          + " finite.";
  private static final String DECAY =
      ": a decay rate is the share of the old average that is kept, so it must be at least 0 and"
          + " below 1.";
  private static final String EPSILON =
      ": epsilon keeps a division from dividing by 0, so it must be above 0 and finite.";

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(
            () -> Training.epochs(0),
            "epochs is 0: a run makes passes over the rows, so it must be at least 1."),
        refusal(
            () -> Training.steps(-1),
            "steps is -1: a run makes updates, so it must be at least 1."),
        refusal(
            () -> RUN.batchSize(0),
            "batchSize is 0: an update learns from rows, so it must be at least 1."),
        refusal(
            () -> RUN.threads(0), "threads is 0: a run needs a thread, so it must be at least 1."),
        refusal(
            () -> RUN.validationSplit(20),
            "validationSplit is 20: a validation share is the part of the rows kept out of"
                + " training, so it must be above 0 and below 1. Did you mean 0.2?"),
        refusal(
            () -> RUN.examples(0),
            "examples is 0: the number of training examples divides the penalties, so it must be"
                + " above 0 and finite."),
        refusal(
            () -> RUN.dropout("hidden", 1.5),
            "dropout of hidden is 1.5" + DROPOUT + " Did you mean 0.15?"),
        refusal(() -> RUN.dropout("hidden", Double.NaN), "dropout of hidden is NaN" + DROPOUT),
        refusal(
            () -> RUN.l2("hidden", -0.1), "l2 of hidden is -0.1" + PENALTY + " Did you mean 0.1?"),
        refusal(
            () -> RUN.l1("hidden", Double.POSITIVE_INFINITY), "l1 of hidden is Infinity" + PENALTY),
        refusal(() -> Sgd.of(0), "learning rate of Sgd is 0" + RATE),
        refusal(() -> Sgd.momentum(0.1, 9), "momentum of Sgd is 9" + DECAY + " Did you mean 0.09?"),
        refusal(
            () -> Sgd.of(0.1).withLearningRate(-0.1),
            "learning rate of Sgd is -0.1" + RATE + " Did you mean 0.1?"),
        refusal(
            () -> RmsProp.defaults().withAlpha(1),
            "alpha of RmsProp is 1" + DECAY + " Did you mean 0.1?"),
        refusal(() -> RmsProp.defaults().withEpsilon(0), "epsilon of RmsProp is 0" + EPSILON),
        refusal(() -> Adam.of(Double.NaN), "learning rate of Adam is NaN" + RATE),
        refusal(
            () -> Adam.defaults().withBetas(0.9, 1),
            "beta2 of Adam is 1" + DECAY + " Did you mean 0.1?"),
        refusal(
            () -> AdamW.defaults().withWeightDecay(-1),
            "weight decay of AdamW is -1: weight decay is a share taken off every weight, so it"
                + " must be at least 0 and finite. Did you mean 1?"));
  }

  private static Arguments refusal(Executable call, String message) {
    return Arguments.of(message, call);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void a_bad_option_is_refused_at_the_call(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void options_are_copied_not_changed() {
    Training five = Training.epochs(5);
    Training small = five.batchSize(4);
    assertEquals(32, five.options().batchSizeFor(100));
    assertEquals(4, small.options().batchSizeFor(100));
    assertEquals(3, small.options().batchSizeFor(3));
    assertEquals(100, small.fullBatch().options().batchSizeFor(100));
    assertEquals(5, small.options().length(25).epochs());
    assertEquals(3, Training.steps(21).options().length(10).epochs());
  }

  @Test
  void optimizers_read_as_they_are_written() {
    assertEquals("Sgd.of(0.1)", Sgd.of(0.1).describe());
    assertEquals("Sgd.momentum(0.05, 0.9)", Sgd.momentum(0.05, 0.9).describe());
    assertEquals("Sgd.nesterov(0.05, 0.9)", Sgd.nesterov(0.05, 0.9).describe());
    assertEquals(
        "RmsProp(learningRate=0.01, alpha=0.99, epsilon=1.0E-8)", RmsProp.defaults().describe());
    assertEquals(
        "Adam(learningRate=0.001, beta1=0.9, beta2=0.999, epsilon=1.0E-8)",
        Adam.defaults().describe());
    assertEquals(
        "AdamW(learningRate=0.001, beta1=0.9, beta2=0.999, epsilon=1.0E-8, weightDecay=0.01)",
        AdamW.defaults().describe());
  }

  @Test
  void a_hyperparameter_keeps_its_value_when_another_is_refused() {
    Hyperparameter rate =
        new Hyperparameter("hidden", "dropout", 0.5, dev.annette.rule.NumberRule.DROPOUT_RATE);
    assertThrows(IllegalArgumentException.class, () -> rate.override(1));
    assertEquals(0.5, rate.value());
    rate.override(0.25);
    assertEquals(0.25, rate.value());
    rate.reset();
    assertEquals(0.5, rate.value());
  }
}

package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.L1Method;
import dev.annette.Loss;
import dev.annette.PenaltyScaling;
import dev.annette.WeightGroup;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.penalty.GroupLassoPenalty;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GroupLassoTest {
  private static final int IN = 6;
  private static final int OUT = 3;

  static Stream<Arguments> cases() {
    Optimizer[] optimizers = {Sgd.of(0.2), Sgd.momentum(0.05, 0.9), Sgd.nesterov(0.05, 0.9)};
    return Stream.of(optimizers)
        .flatMap(
            optimizer ->
                Stream.of(WeightGroup.values())
                    .flatMap(
                        groups ->
                            Stream.of(
                                Arguments.of(optimizer, groups, 0.0),
                                Arguments.of(optimizer, groups, 0.1))));
  }

  /**
   * Where training ends, {@code g + b·√p·w_g/‖w_g‖ = 0} for every group that is not 0 and {@code
   * ‖g‖ ≤ b·√p} for every one that is; with L1 beside it, for {@code soft(g, l1)} where a weight is
   * 0.
   */
  @ParameterizedTest
  @MethodSource("cases")
  void training_ends_where_the_declared_objective_is_smallest(
      Optimizer optimizer, WeightGroup groups, double l1) {
    double lambda = groups == WeightGroup.INPUTS ? 0.95 : 1.15;
    Dataset rows = Rows.regression(80, IN, OUT);
    LinearTrainer trainer = trainer(lambda, groups, true);
    if (l1 > 0) {
      trainer.l1(l1, PenaltyScaling.KERAS, L1Method.PROXIMAL);
    }
    trainer.fit(rows, Training.epochs(4000).fullBatch().threads(1).optimizer(optimizer));
    float[] gradient = new float[IN * OUT + OUT];
    trainer.gradients(rows.toBatch(), gradient);
    float[] weights = trainer.parameter("output.weights");
    boolean byRow = groups == WeightGroup.INPUTS;
    int size = byRow ? OUT : IN;
    double bound = lambda * Math.sqrt(size);
    int zeros = 0;
    for (int group = 0; group < (byRow ? IN : OUT); group++) {
      double norm = 0;
      double slope = 0;
      for (int i = 0; i < size; i++) {
        int at = byRow ? group * OUT + i : i * OUT + group;
        norm += weights[at] * weights[at];
        slope += Math.pow(Math.max(0, Math.abs(gradient[at]) - l1), 2);
      }
      zeros += norm == 0 ? 1 : 0;
      if (norm == 0) {
        assertTrue(Math.sqrt(slope) <= bound + 1e-3, "group " + group + ": " + Math.sqrt(slope));
      }
      for (int i = 0; i < size && norm > 0; i++) {
        int at = byRow ? group * OUT + i : i * OUT + group;
        double pull = gradient[at] + bound * weights[at] / Math.sqrt(norm);
        if (weights[at] == 0) {
          assertTrue(Math.abs(pull) <= l1 + 1e-3, "weight " + at + " is 0: " + pull);
        } else {
          assertEquals(0, pull + l1 * Math.signum(weights[at]), 1e-3, "weight " + at);
        }
      }
    }
    assertTrue(zeros > 0 && zeros < (byRow ? IN : OUT), zeros + " groups are 0");
  }

  @Test
  void the_value_is_a_sum_of_norms_times_the_root_of_their_size() {
    float[] weights = {3, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12};
    double columns = 5 + 12;
    double rows = 3 + 4 + 12;
    for (boolean weighted : new boolean[] {true, false}) {
      assertEquals(
          0.5 * rows * (weighted ? Math.sqrt(OUT) : 1),
          trainer(0.5, WeightGroup.INPUTS, weighted).start(weights, 0, 0, 0).penalty(),
          1e-12);
      assertEquals(
          0.5 * columns * (weighted ? Math.sqrt(IN) : 1),
          trainer(0.5, WeightGroup.UNITS, weighted).start(weights, 0, 0, 0).penalty(),
          1e-12);
    }
  }

  @Test
  void other_optimizers_follow_the_gradient_and_say_so() {
    LinearTrainer trainer = trainer(0.5, WeightGroup.UNITS, false);
    trainer.prepare(Training.online().optimizer(Adam.defaults()));
    assertEquals(
        "@GroupLasso(0.5) on output with Adam: its weights have step sizes of their own, so groups"
            + " come close to 0 without reaching it; Sgd makes them exactly 0",
        trainer.state().descent().penalties().remarks(Adam.defaults()).get(1).text());
    float[] start = new float[IN * OUT];
    start[0] = 3;
    start[OUT] = 4;
    trainer.start(start, 0, 0, 0);
    LinearTrainer follower = trainer(0.5, WeightGroup.UNITS, false).start(start, 0, 0, 0);
    follower.fit(
        Dataset.ofValues(new float[IN], 1, new float[OUT]),
        Training.epochs(1).optimizer(new RmsProp(0.01, 0, 1e-8)));
    float[] moved = follower.parameter("output.weights");
    assertEquals(3 - 0.01, moved[0], 1e-5);
    assertEquals(4 - 0.01, moved[OUT], 1e-5);
    assertEquals(0, moved[1]);
  }

  @Test
  void the_result_does_not_depend_on_how_many_threads_share_the_groups() {
    for (WeightGroup groups : WeightGroup.values()) {
      float[] one = passed(groups, 1);
      assertArrayEquals(one, passed(groups, 2));
      assertArrayEquals(one, passed(groups, 7));
    }
  }

  private static float[] passed(WeightGroup groups, int parts) {
    LinearTrainer trainer = trainer(0.3, groups, true);
    trainer.prepare(Training.online().optimizer(Sgd.momentum(0.5, 0.9)));
    trainer.state().descent().begin(1);
    LearnedParameter parameter = trainer.state().parameters().parameters().get(0);
    for (int i = 0; i < IN * OUT; i++) {
      parameter.values()[i] = (float) Math.sin(i);
    }
    for (ParameterPass pass : parameter.after()) {
      for (int part = parts - 1; part >= 0; part--) {
        pass.run(part, parts, new dev.annette.runtime.kernel.Scratch());
      }
    }
    return parameter.values();
  }

  private static LinearTrainer trainer(double lambda, WeightGroup groups, boolean weighted) {
    Hyperparameter strength =
        new Hyperparameter("output", "groupLasso", lambda, NumberRule.PENALTY);
    return new LinearTrainer(IN, OUT, Loss.HALF_SQUARED_ERROR, 1)
        .penalty(new GroupLassoPenalty(strength, PenaltyScaling.KERAS, IN, OUT, groups, weighted));
  }
}

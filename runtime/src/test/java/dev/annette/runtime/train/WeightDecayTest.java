package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.WeightDecay;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.train.penalty.Decay;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightDecayTest {
  static Stream<Optimizer> optimizers() {
    return Stream.of(
        Sgd.of(0.5),
        Sgd.momentum(0.5, 0.9),
        Sgd.nesterov(0.5, 0.9),
        RmsProp.of(0.5),
        Adam.of(0.5),
        AdamW.of(0.5).withWeightDecay(0));
  }

  /** Rows of zeros have gradient 0, so only the decay moves the weights. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void weights_shrink_by_their_decay_under_every_optimizer(Optimizer optimizer) {
    LinearTrainer trainer = trainer(0.25).start(new float[] {4, -8}, 3);
    trainer.prepare(Training.online().optimizer(optimizer).batchSize(1));
    trainer.step(Batch.of(new float[2], 1, new Targets.Values(new float[] {3})));
    assertEquals(4 * 0.875f, trainer.parameter("output.weights")[0]);
    assertEquals(-8 * 0.875f, trainer.parameter("output.weights")[1]);
    assertEquals(3, trainer.parameter("output.bias")[0]);
    assertEquals(Map.of(), trainer.penalties(), "it is no part of the loss");
  }

  @Test
  void it_is_added_to_the_optimizers_own_which_ends_with_its_run() {
    LinearTrainer trainer = trainer(0.25).start(new float[] {4, -8}, 3);
    Batch batch = Batch.of(new float[2], 1, new Targets.Values(new float[] {3}));
    trainer.prepare(Training.online().optimizer(AdamW.of(0.5).withWeightDecay(0.75)).batchSize(1));
    trainer.step(batch);
    assertEquals(2, trainer.parameter("output.weights")[0]);
    trainer.prepare(Training.online().optimizer(Adam.of(0.5)).batchSize(1));
    trainer.step(batch);
    assertEquals(2 * 0.875f, trainer.parameter("output.weights")[0]);
  }

  @Test
  void remarks_say_what_it_takes_off_and_what_else_does() {
    LinearTrainer trainer = trainer(0.25);
    trainer.prepare(Training.online());
    assertEquals(
        List.of(
            Remark.Kind.EFFECTIVE_STRENGTH.says(
                "@WeightDecay(0.25) on output: 0.25 times the learning rate, off every weight in"
                    + " each step"),
            Remark.Kind.ADDED_DECAY.says(
                "@WeightDecay(0.25) on output with AdamW: the weight decay 0.01 of AdamW acts as"
                    + " well, 0.26 together; withWeightDecay(0) leaves this one")),
        trainer.state().descent().penalties().remarks(AdamW.defaults()));
  }

  @Test
  void a_run_overrides_it() {
    LinearTrainer trainer = trainer(0.25).start(new float[] {4, -8}, 0);
    trainer.fit(
        Dataset.ofValues(new float[2], 1, new float[1]),
        Training.epochs(1).optimizer(Sgd.of(0.5)).override("output", WeightDecay.class, 1));
    assertEquals(2, trainer.parameter("output.weights")[0]);
  }

  private static LinearTrainer trainer(double decay) {
    return LinearTrainer.halfSquared(2)
        .penalty(
            new Decay(new Hyperparameter("output", "weightDecay", decay, NumberRule.WEIGHT_DECAY)));
  }
}

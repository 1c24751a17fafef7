package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.ActivityL1;
import dev.annette.ActivityL2;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.FiniteDifferences;
import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.check.Interpretation;
import dev.annette.runtime.check.Interpreter;
import dev.annette.runtime.check.Tensors;
import dev.annette.runtime.check.TrainerReplay;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Penalties on outputs, before dropout wherever they are written. */
class ActivityPenaltyTest {
  private static final int ROWS = 9;
  private static GeneratedNetwork network;

  @BeforeAll
  static void compile() {
    network =
        SourceCompiler.javac()
            .compileCleanly(
                Declarations.source(
                    "example.Active",
                    "input = 5, loss = Loss.MEAN_SQUARED_ERROR",
                    "@Dense(units = 12, activation = TANH) @Dropout(0.5) @ActivityL1(0.3)"
                        + " @ActivityL2(0.2) Layer hidden;",
                    "@Dense(units = 7, activation = RELU) @ActivityL1(0.25) Layer second;",
                    "@Dense(units = 2) @ActivityL2(0.1) Layer output;"))
            .network("example.Active");
  }

  @Test
  void gradients_are_the_slopes_of_data_loss_and_penalties() {
    NetworkTrainer<?> trainer = trainer();
    GradientCheck.of(trainer, batch()).requireWithin(1e-5);
    Interpreter interpreter = Interpreter.of(trainer.description());
    TrainerReplay replay = TrainerReplay.of(trainer);
    Tensors tensors = Tensors.ofFloats(trainer.description(), trainer::parameter);
    Tensors slopes =
        FiniteDifferences.gradients(
            tensors,
            point -> {
              Interpretation run = interpreter.run(point, batch(), replay);
              return run.dataLoss() + run.activityPenalty();
            });
    Tensors gradients = interpreter.run(tensors, batch(), replay).gradients();
    for (String name : slopes.names()) {
      assertArrayEquals(slopes.get(name), gradients.get(name), 1e-8, name);
    }
  }

  @Test
  void the_penalty_is_reported_apart_from_the_data_loss() {
    NetworkTrainer<?> trainer = trainer();
    assertEquals(0, trainer.penalty(), "nothing was handed on yet");
    trainer.gradients(batch(), new float[trainer.parameterCount()]);
    assertEquals(0, trainer.penalty(), "nothing was learned from");
    Tensors tensors = Tensors.ofFloats(trainer.description(), trainer::parameter);
    double dataLoss = trainer.step(batch());
    Interpretation expected =
        Interpreter.of(trainer.description()).run(tensors, batch(), TrainerReplay.of(trainer));
    assertEquals(expected.dataLoss(), dataLoss, 1e-6);
    assertTrue(expected.activityPenalty() > 0.1);
    assertEquals(expected.activityPenalty(), trainer.penalty(), 1e-6);
    assertEquals(
        Set.of("hidden.activityL1", "hidden.activityL2", "second.activityL1", "output.activityL2"),
        trainer.penalties().keySet());
    assertEquals(4, trainer.model().provenance().penalties().size());
  }

  @Test
  void a_run_overrides_it_and_the_history_shows_it() {
    NetworkTrainer<?> trainer = network.create(2);
    Dataset rows = rows();
    trainer.fit(
        rows,
        Training.epochs(1)
            .batchSize(4)
            .override("hidden", ActivityL1.class, 0)
            .override("hidden", ActivityL2.class, 0)
            .override("second", ActivityL1.class, 0)
            .override("output", ActivityL2.class, 0));
    assertEquals(0, trainer.state().history().get(0).penalty());
    trainer.fit(rows, Training.epochs(1).batchSize(4));
    assertTrue(trainer.state().history().get(1).penalty() > 0.1);
    assertEquals(trainer.penalty(), trainer.state().history().get(1).penalty());
  }

  private static NetworkTrainer<?> trainer() {
    NetworkTrainer<?> trainer = network.create(1);
    trainer.prepare(Training.online().optimizer(Sgd.of(0.1)));
    return trainer;
  }

  private static Batch batch() {
    Random random = new Random(4);
    return Batch.of(
        Sample.numbers(random, ROWS * 5, 1),
        ROWS,
        new Targets.Values(Sample.numbers(random, ROWS * 2, 1)));
  }

  private static Dataset rows() {
    Random random = new Random(4);
    return Dataset.ofValues(
        Sample.numbers(random, ROWS * 5, 1), ROWS, Sample.numbers(random, ROWS * 2, 1));
  }
}

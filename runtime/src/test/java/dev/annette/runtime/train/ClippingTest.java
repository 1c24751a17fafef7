package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClippingTest {
  private static final Dataset WIDE = Rows.regression(159, HiddenTrainer.INPUT_SIZE, 3);

  @ParameterizedTest
  @CsvSource({
    "momentum, value",
    "momentum, norm",
    "momentum, global_norm",
    "momentum, loose_norm",
    "adam, value",
    "adam, norm",
    "adam, global_norm",
    "adam, loose_norm"
  })
  void follows_pytorch(String optimizer, String clip) throws IOException {
    LinearTrainer trainer = Trajectories.start();
    Optimizer rule = optimizer.equals("adam") ? Adam.of(0.02) : Sgd.momentum(0.05, 0.9);
    trainer.prepare(clipped(Training.online().optimizer(rule), clip));
    JsonNode path = Trajectories.path(optimizer + "_" + clip);
    for (int step = 0; step < path.size(); step++) {
      trainer.step(Trajectories.ROWS.toBatch());
      Trajectories.assertStep(
          path, step, trainer.parameter("output.weights"), trainer.parameter("output.bias")[0]);
    }
    assertEquals(25, path.size());
  }

  private static Training clipped(Training training, String clip) {
    return switch (clip) {
      case "value" -> training.clipValue(0.25);
      case "norm" -> training.clipNorm(0.5);
      case "global_norm" -> training.clipGlobalNorm(0.5);
      case "loose_norm" -> training.clipGlobalNorm(100);
      default -> throw new AssertionError(clip);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"value", "norm", "global_norm"})
  void any_number_of_threads_gives_the_same_bits(String clip) {
    Training training = Training.epochs(2).batchSize(37).optimizer(Adam.of(0.01));
    HiddenTrainer one = HiddenTrainer.create(42);
    one.fit(WIDE, clipped(training.threads(1), clip));
    HiddenTrainer unclipped = HiddenTrainer.create(42);
    unclipped.fit(WIDE, training);
    assertFalse(Arrays.equals(parameters(unclipped), parameters(one)));
    for (int threads = 2; threads <= 4; threads++) {
      HiddenTrainer several = HiddenTrainer.create(42);
      several.fit(WIDE, clipped(training.threads(threads), clip));
      assertArrayEquals(parameters(one), parameters(several));
    }
  }

  @Test
  void a_loose_bound_changes_no_bit() {
    Training training = Training.epochs(2).batchSize(37).optimizer(Adam.of(0.01));
    HiddenTrainer unclipped = HiddenTrainer.create(42);
    unclipped.fit(WIDE, training);
    for (Training loose :
        List.of(training.clipValue(1e6), training.clipNorm(1e6), training.clipGlobalNorm(1e6))) {
      HiddenTrainer trainer = HiddenTrainer.create(42);
      trainer.fit(WIDE, loose);
      assertArrayEquals(parameters(unclipped), parameters(trainer));
    }
  }

  @Test
  void plain_descent_moves_by_the_bound() {
    HiddenTrainer trainer = HiddenTrainer.create(42);
    trainer.fitInputs(WIDE);
    trainer.prepare(
        Training.online()
            .examples(1)
            .l2("hidden", 0)
            .l1("output", 0)
            .optimizer(Sgd.of(1))
            .clipGlobalNorm(0.125));
    float[] before = parameters(trainer);
    trainer.step(WIDE.toBatch());
    float[] after = parameters(trainer);
    double squares = 0;
    for (int i = 0; i < after.length; i++) {
      squares += Math.pow((double) after[i] - before[i], 2);
    }
    assertEquals(0.125, Math.sqrt(squares), 1e-6);
  }

  @Test
  void the_gradient_that_is_asked_for_is_not_clipped() {
    LinearTrainer trainer = Trajectories.start();
    float[] free = new float[4];
    trainer.gradients(Trajectories.ROWS.toBatch(), free);
    trainer.prepare(Training.online().clipValue(1e-3));
    float[] again = new float[4];
    trainer.gradients(Trajectories.ROWS.toBatch(), again);
    assertArrayEquals(free, again);
  }

  @Test
  void bounds_hold_for_one_run() {
    LinearTrainer trainer = Trajectories.start();
    trainer.fit(Trajectories.ROWS, Training.epochs(1).fullBatch().clipValue(1e-9));
    trainer.fit(Trajectories.ROWS, Training.epochs(1).fullBatch().optimizer(Sgd.of(0.1)));
    LinearTrainer free = Trajectories.start();
    free.fit(Trajectories.ROWS, Training.epochs(1).fullBatch().clipNorm(1e-9));
    assertFalse(Arrays.equals(parameters(free), parameters(trainer)));
  }

  @Test
  void a_length_that_is_not_finite_ends_the_run_before_anything_is_learned() {
    LinearTrainer trainer = LinearTrainer.halfSquared(1);
    trainer.setParameter("output.weights", 1e-20f);
    trainer.prepare(Training.online().optimizer(Sgd.of(0.1)).clipGlobalNorm(1));
    Batch batch = Dataset.ofValues(new float[] {3e38f}, 1, new float[] {1e19f}).toBatch();
    TrainingDivergedException thrown =
        assertThrows(TrainingDivergedException.class, () -> trainer.step(batch));
    assertEquals(
        "test.Linear: in step 1 the gradient of output.weights has the length Infinity; a smaller"
            + " learning rate may help.",
        thrown.getMessage());
    assertArrayEquals(new float[] {1e-20f}, trainer.parameter("output.weights"));
    assertEquals(0, trainer.state().steps());
    assertEquals(0, trainer.state().descent().updates());
  }

  @Test
  void squares_are_summed_whatever_the_length() {
    for (int length = 0; length < 19; length++) {
      float[] numbers = new float[length + 2];
      Arrays.fill(numbers, 3);
      assertEquals(9.0 * length, NormClipping.squares(numbers, 1, 1 + length));
    }
  }

  @Test
  void only_one_kind_of_clipping_is_taken() {
    assertEquals(
        "clipNorm(1) beside clipValue(0.5): a run clips its gradients in one way; say only one of"
            + " them.",
        assertThrows(
                IllegalArgumentException.class, () -> Training.epochs(1).clipValue(0.5).clipNorm(1))
            .getMessage());
    Training.epochs(1).clipNorm(1).clipNorm(2);
    assertEquals(
        "clipGlobalNorm is 0: clipping leaves every gradient a length, so it must be above 0 and"
            + " finite.",
        assertThrows(IllegalArgumentException.class, () -> Training.epochs(1).clipGlobalNorm(0))
            .getMessage());
  }

  private static float[] parameters(NetworkTrainer<?> trainer) {
    float[] flat = new float[trainer.parameterCount()];
    trainer.getParameters(flat);
    return flat;
  }
}

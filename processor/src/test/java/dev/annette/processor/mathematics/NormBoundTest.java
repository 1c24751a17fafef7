package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.MaxNorm;
import dev.annette.MinMaxNorm;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.selection.Ablation;
import dev.annette.runtime.selection.AblationResult;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Runs vary the bounds of norms that a network declares, and leave them out, without compiling. */
class NormBoundTest {
  private static final int ROWS = 40;
  private static final int UNITS = 6;
  private static final Training RUN =
      Training.epochs(5).batchSize(8).threads(1).optimizer(Sgd.momentum(0.05, 0.9));
  private static final GeneratedNetwork BOUNDED =
      network("Bounded", "@MaxNorm(0.25)", "@MinMaxNorm(max = 0.25)");
  private static final GeneratedNetwork FREE = network("Free", "", "");

  private static GeneratedNetwork network(String name, String hidden, String output) {
    return SourceCompiler.javac()
        .compileCleanly(
            Declarations.source(
                "bound." + name,
                "input = 4, loss = Loss.HALF_SQUARED_ERROR",
                "@Dense(units = 6, activation = TANH) " + hidden + " Layer hidden;",
                "@Dense(units = 2) " + output + " Layer output;"))
        .network("bound." + name);
  }

  @Test
  void a_run_overrides_what_is_declared() {
    assertEquals(0.25, largestNorm(trained(BOUNDED, RUN), "hidden.weights", UNITS), 1e-6);
    assertEquals(0.25, largestNorm(trained(BOUNDED, RUN), "output.weights", 2), 1e-6);
    Training other = RUN.override("hidden", MaxNorm.class, 0.125);
    assertEquals(0.125, largestNorm(trained(BOUNDED, other), "hidden.weights", UNITS), 1e-6);
    assertEquals(
        "maxNorm of hidden is 0: a norm's upper bound leaves room for weights other than 0, so it"
            + " must be above 0 and finite.",
        assertThrows(
                IllegalArgumentException.class,
                () -> trained(BOUNDED, RUN.override("hidden", MaxNorm.class, 0)))
            .getMessage());
  }

  /** Off, a constraint changes no bit. */
  @Test
  void an_ablation_leaves_them_out() {
    Training off =
        RUN.override("hidden", MaxNorm.class, Double.MAX_VALUE)
            .override("output", MinMaxNorm.class, 0);
    NetworkTrainer<?> bounded = trained(BOUNDED, off);
    NetworkTrainer<?> free = trained(FREE, RUN);
    for (String name : List.of("hidden.weights", "hidden.bias", "output.weights", "output.bias")) {
      assertArrayEquals(free.parameter(name), bounded.parameter(name), name);
    }
    AblationResult result = Ablation.ofDeclared().seeds(1).run(NormBoundTest::create, rows(), RUN);
    assertEquals(List.of("maxNorm of hidden", "minMaxNorm of output"), result.factors());
    assertEquals(4, result.rows().size());
    assertTrue(result.effects().values().stream().allMatch(effect -> effect.mean() != 0));
  }

  @SuppressWarnings("unchecked")
  private static NetworkTrainer<NetworkModel> create(long seed) {
    return (NetworkTrainer<NetworkModel>) BOUNDED.create(seed);
  }

  private static NetworkTrainer<?> trained(GeneratedNetwork network, Training training) {
    NetworkTrainer<?> trainer = network.create(1);
    trainer.fit(rows(), training);
    return trainer;
  }

  private static double largestNorm(NetworkTrainer<?> trainer, String name, int units) {
    float[] weights = trainer.parameter(name);
    double largest = 0;
    for (int unit = 0; unit < units; unit++) {
      double squares = 0;
      for (int i = unit; i < weights.length; i += units) {
        squares += weights[i] * weights[i];
      }
      largest = Math.max(largest, Math.sqrt(squares));
    }
    return largest;
  }

  private static Dataset rows() {
    Random random = new Random(4);
    return Dataset.ofValues(
        Sample.numbers(random, ROWS * 4, 1), ROWS, Sample.numbers(random, ROWS * 2, 1));
  }
}

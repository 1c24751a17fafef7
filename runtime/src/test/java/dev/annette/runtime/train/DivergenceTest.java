package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Batches;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.reliability.ReliabilityFigure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers that are not finite are found in the step that has them, wherever they come from. */
class DivergenceTest {
  private static final Dataset ROWS = Rows.regression(40, HiddenTrainer.INPUT_SIZE, 3);
  private static final int BATCHES = 5;
  private static final Training RUN = Training.epochs(3).batchSize(8).optimizer(Adam.of(0.01));

  /** What goes wrong with a trainer before a step. */
  private interface Injection {
    void into(HiddenTrainer trainer);
  }

  /** An injection with what the message must say of it. */
  private record Fault(String message, Injection injection) {}

  private static List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    for (String name : List.of("hidden.weights", "hidden.bias", "output.weights", "output.bias")) {
      for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
        faults.add(
            new Fault(
                name + ", number 2, is " + value, trainer -> array(trainer, name)[2] = value));
      }
    }
    faults.add(new Fault("the gradient of hidden.bias, number ", DivergenceTest::steepen));
    return faults;
  }

  /** Makes outputs whose loss is finite, of weights too large for the gradient behind them. */
  private static void steepen(HiddenTrainer trainer) {
    float[] hidden = array(trainer, "hidden.weights");
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] *= 1e-4f;
    }
    Arrays.fill(array(trainer, "hidden.bias"), 0);
    float[] output = array(trainer, "output.weights");
    for (int i = 0; i < output.length; i++) {
      output[i] = i % 2 == 0 ? 1e22f : -1e22f;
    }
  }

  private static float[] array(HiddenTrainer trainer, String name) {
    return trainer.state().parameters().parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findAny()
        .orElseThrow()
        .values();
  }

  @Test
  void what_is_not_finite_is_found_in_the_same_step_and_good_weights_return() throws IOException {
    long start = System.nanoTime();
    int tried = 0;
    for (Fault fault : faults()) {
      for (int step = 1; step < 3 * BATCHES; step++) {
        diverge(fault, step);
        tried++;
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    new ReliabilityFigure("divergence", tried, 0, 0, 0, seconds).write();
  }

  private static void diverge(Fault fault, int step) {
    HiddenTrainer trainer = HiddenTrainer.create(3);
    List<float[]> good = new ArrayList<>(List.of(parameters(trainer)));
    Callback inject =
        new Callback() {
          @Override
          public void onStep(double dataLoss, Control control) {
            if (control.steps() == step) {
              fault.injection().into(trainer);
            }
          }

          @Override
          public void onEpoch(EpochRecord epoch, Control control) {
            good.add(parameters(trainer));
          }
        };
    TrainingDivergedException e =
        assertThrows(
            TrainingDivergedException.class, () -> trainer.fit(ROWS, RUN.callback(inject)));
    String message = e.getMessage();
    assertTrue(message.contains(fault.message()), message);
    // what the last batch of an epoch leaves is found at its end
    int epoch = (step - 1) / BATCHES + 1;
    boolean atEnd = step % BATCHES == 0;
    int batch = atEnd ? BATCHES : step % BATCHES + 1;
    String where = "Training diverged in epoch %d, batch %d: ".formatted(epoch, batch);
    boolean isGradient = fault.message().startsWith("the gradient");
    if (!(atEnd && isGradient)) {
      assertTrue(message.startsWith(where), message);
      assertTrue(atEnd || message.contains("in step " + (step + 1) + " "), message);
    }
    assertArrayEquals(good.get(good.size() - 1), parameters(trainer));
    assertEquals((good.size() - 1L) * BATCHES, trainer.state().steps());
  }

  @Test
  void a_learning_rate_far_too_large_is_named() {
    HiddenTrainer trainer = HiddenTrainer.create(3);
    float[] before = parameters(trainer);
    TrainingDivergedException e =
        assertThrows(
            TrainingDivergedException.class, () -> trainer.fit(ROWS, RUN.optimizer(Sgd.of(1e6))));
    assertTrue(e.getMessage().contains("Sgd.of(1000000"), e.getMessage());
    assertArrayEquals(before, parameters(trainer));
    History history = trainer.fit(ROWS, RUN);
    assertTrue(Double.isFinite(history.last().dataLoss()));
  }

  /** The gradients watched are few; how long they take is measured, and too short to require. */
  @Test
  void watching_costs_next_to_nothing() throws IOException {
    HiddenTrainer trainer = HiddenTrainer.create(3);
    trainer.fit(ROWS, RUN);
    long start = System.nanoTime();
    double watched = Double.MAX_VALUE;
    double unwatched = Double.MAX_VALUE;
    for (int i = 0; i < 60; i++) {
      unwatched = Math.min(unwatched, time(trainer, List.of()));
      watched = Math.min(watched, time(trainer, List.of("hidden.bias", "output.bias")));
    }
    double overhead = watched / unwatched - 1;
    double seconds = (System.nanoTime() - start) / 1e9;
    new ReliabilityFigure("divergence-overhead", 60, overhead, 0, 0, seconds).write();
    long checks = HiddenTrainer.HIDDEN_UNITS + HiddenTrainer.OUTPUT_UNITS + 8;
    long products = 2L * 8 * trainer.parameterCount();
    assertTrue(checks < 0.01 * products, checks + " checks, " + products + " products");
  }

  private static double time(HiddenTrainer trainer, List<String> watched) {
    for (LearnedParameter parameter : trainer.state().parameters().parameters()) {
      parameter.watched(watched.contains(parameter.name()));
    }
    Iterator<Batch> batches = Batches.sequential(ROWS, 8).epoch(0).iterator();
    long start = System.nanoTime();
    while (batches.hasNext()) {
      trainer.step(batches.next());
    }
    return System.nanoTime() - start;
  }

  private static float[] parameters(HiddenTrainer trainer) {
    float[] values = new float[trainer.parameterCount()];
    trainer.getParameters(values);
    return values;
  }
}

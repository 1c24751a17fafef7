package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.annette.Loss;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.TrainerReplay;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which units a generated trainer drops; that gradients respect it is tested elsewhere. */
class DropoutTest {
  private static final int ROWS = 100;
  private static final int STEPS = 40;

  /** Rates are rounded to multiples of 2⁻¹⁶, and factors go with the rounded rate. */
  private static final double ROUNDING = 0x1p-15;

  private static final Compilation NETWORK =
      SourceCompiler.javac()
          .compileCleanly(
              Declarations.source(
                  "dropped.Net",
                  "input = 10, loss = Loss.HALF_SQUARED_ERROR",
                  "@Dropout(0.2) Layer pixels;",
                  "@Dense(units = 10, activation = RELU) @Dropout(0.4) Layer hidden;",
                  "@Dense(units = 2) Layer output;"));

  private final Batch batch =
      Sample.batch(new Random(1), Loss.HALF_SQUARED_ERROR, ROWS, 10, 2, false);
  private NetworkTrainer<?> trainer;

  @BeforeEach
  void prepare() {
    trainer = NETWORK.network("dropped.Net").create(1);
    trainer.prepare(Training.online().optimizer(Sgd.of(0.001)));
  }

  /**
   * Of n units, each dropped with probability p, the share that is dropped deviates √(p(1−p)/n).
   */
  @ParameterizedTest
  @CsvSource({"pixels, 0.2", "hidden, 0.4"})
  void the_declared_share_is_dropped_and_the_rest_scaled(String layer, double rate) {
    int dropped = 0;
    for (int step = 0; step < STEPS; step++) {
      trainer.step(batch);
      for (float factor : mask(layer)) {
        dropped += factor == 0 ? 1 : 0;
        assertEquals(factor == 0 ? 0 : 1 / (1 - rate), factor, ROUNDING);
      }
    }
    double units = STEPS * ROWS * 10.0;
    assertEquals(rate, dropped / units, 4 * Math.sqrt(rate * (1 - rate) / units));
  }

  @Test
  void every_step_and_every_layer_drops_others() {
    trainer.step(batch);
    float[] first = mask("hidden");
    assertFalse(Arrays.equals(kept(first), kept(mask("pixels"))));
    trainer.step(batch);
    assertFalse(Arrays.equals(kept(first), kept(mask("hidden"))));
  }

  @Test
  void the_gradient_before_a_step_drops_what_the_step_drops() {
    trainer.gradients(batch, new float[trainer.parameterCount()]);
    float[] first = mask("hidden");
    trainer.step(batch);
    assertArrayEquals(first, mask("hidden"));
  }

  private float[] mask(String layer) {
    return TrainerReplay.of(trainer).recorded(layer + ".mask");
  }

  /** Returns 1 for every unit that is kept. */
  private static float[] kept(float[] mask) {
    float[] kept = new float[mask.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = Math.signum(mask[i]);
    }
    return kept;
  }
}

package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.train.NetworkTrainer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A fused program computes what its separate steps compute. */
class FusionEquivalenceTest {
  private static final int ROWS = 24;
  private static final int INPUT = 6;
  private static final int OUTPUTS = 4;
  private static final double TOLERANCE = 1e-6;

  @Test
  void softmax_with_cross_entropy_on_classes() {
    int[] classes = new Random(2).ints(ROWS, 0, OUTPUTS).toArray();
    compare("CROSS_ENTROPY", "SoftmaxCrossEntropy", new Targets.Classes(classes));
  }

  @Test
  void softmax_with_cross_entropy_on_shares() {
    float[] shares = uniform(ROWS * OUTPUTS, 3);
    for (int row = 0; row < ROWS; row++) {
      float sum = 0;
      for (int i = 0; i < OUTPUTS; i++) {
        sum += shares[row * OUTPUTS + i];
      }
      for (int i = 0; i < OUTPUTS; i++) {
        shares[row * OUTPUTS + i] /= sum;
      }
    }
    compare("CROSS_ENTROPY", "SoftmaxCrossEntropy", new Targets.Values(shares));
  }

  @Test
  void sigmoid_with_binary_cross_entropy() {
    compare(
        "BINARY_CROSS_ENTROPY",
        "SigmoidBinaryCrossEntropy",
        new Targets.Values(uniform(ROWS * OUTPUTS, 4)));
  }

  private static void compare(String loss, String fusedKernel, Targets targets) {
    String source =
        Declarations.source(
            "example.Sample",
            "input = " + INPUT + ", loss = Loss." + loss,
            "@Dense(units = 8, activation = TANH) @Dropout(0.3) Layer hidden;",
            "@Dense(units = " + OUTPUTS + ") Layer output;");
    Compilation fused = SourceCompiler.javac().compileCleanly(source);
    Compilation separate =
        SourceCompiler.javac().with("-Aannette.fusion=off").compileCleanly(source);
    assertTrue(fused.source("example.SampleTrainer").contains(fusedKernel));
    assertFalse(separate.source("example.SampleTrainer").contains(fusedKernel));
    assertEquals(fused.source("example.SampleModel"), separate.source("example.SampleModel"));

    Batch batch = Batch.of(uniform(ROWS * INPUT, 1), ROWS, targets, uniform(ROWS, 5));
    NetworkTrainer<?> one = fused.network("example.Sample").create(9);
    NetworkTrainer<?> other = separate.network("example.Sample").create(9);
    float[] expected = new float[one.parameterCount()];
    float[] found = new float[one.parameterCount()];
    double lossOfOne = one.gradients(batch, expected);
    double lossOfOther = other.gradients(batch, found);
    assertEquals(lossOfOne, lossOfOther, TOLERANCE * lossOfOne);
    double largest = 0;
    for (float gradient : expected) {
      largest = Math.max(largest, Math.abs(gradient));
    }
    assertTrue(largest > 0);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], TOLERANCE * largest, "gradient " + i);
    }
  }

  private static float[] uniform(int count, long seed) {
    Random random = new Random(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat();
    }
    return numbers;
  }
}

package dev.annette.processor.mathematics;

import static dev.annette.processor.mathematics.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.Loss;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.train.NetworkTrainer;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Losses in one step from logits, against the same in two steps. */
class FusionTest {
  private static final double TOLERANCE = 1e-5;
  private static final String NAME = "fusion.Net";

  @ParameterizedTest
  @CsvSource({
    "CROSS_ENTROPY, LINEAR, SoftmaxCrossEntropy",
    "CROSS_ENTROPY, SOFTMAX, SoftmaxCrossEntropy",
    "BINARY_CROSS_ENTROPY, LINEAR, SigmoidBinaryCrossEntropy",
    "BINARY_CROSS_ENTROPY, SIGMOID, SigmoidBinaryCrossEntropy"
  })
  void fused_and_separate_steps_agree(Loss loss, String activation, String kernel) {
    String source =
        Declarations.source(
            NAME,
            "input = 5, loss = Loss." + loss,
            "@Dense(units = 6, activation = TANH) Layer hidden;",
            "@Dense(units = 4, activation = " + activation + ") Layer output;");
    SourceCompiler javac = SourceCompiler.javac();
    Compilation fused = javac.compileCleanly(source);
    Compilation separate = javac.with("-Aannette.fusion=off").compileCleanly(source);
    assertEquals(true, fused.source(NAME + "Trainer").contains(kernel));
    assertEquals(false, separate.source(NAME + "Trainer").contains(kernel));
    for (boolean weighted : new boolean[] {false, true}) {
      requireSame(fused, separate, Sample.batch(new Random(2), loss, 9, 5, 4, weighted));
      requireSame(fused, separate, Sample.softLabels(new Random(3), 9, 5, 4, weighted));
    }
  }

  private static void requireSame(Compilation fused, Compilation separate, Batch batch) {
    NetworkTrainer<?> one = trainer(fused);
    NetworkTrainer<?> two = trainer(separate);
    GradientCheck.of(one, batch).requireWithin(TOLERANCE);
    GradientCheck.of(two, batch).requireWithin(TOLERANCE);
    float[] expected = new float[one.parameterCount()];
    float[] actual = new float[expected.length];
    double loss = one.gradients(batch, expected);
    assertEquals(loss, two.gradients(batch, actual), TOLERANCE * loss);
    assertClose(Fixture.widened(expected), actual, TOLERANCE, "gradients");
  }

  private static NetworkTrainer<?> trainer(Compilation compilation) {
    NetworkTrainer<?> trainer = compilation.network(NAME).create(1);
    trainer.setParameters(Sample.numbers(new Random(1), trainer.parameterCount(), 1));
    return trainer;
  }
}

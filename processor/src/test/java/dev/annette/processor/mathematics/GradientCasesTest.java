package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.layer.ModifierKind;
import dev.annette.processor.read.Kinds;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.check.GradientError;
import dev.annette.runtime.check.Interpretation;
import dev.annette.runtime.check.Interpreter;
import dev.annette.runtime.check.Replay;
import dev.annette.runtime.check.Tensors;
import dev.annette.runtime.check.TrainerReplay;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.reliability.ReliabilityFigure;
import dev.annette.runtime.reliability.Tier;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Gradients of many generated networks in float, against double precision, and that against J. */
class GradientCasesTest {
  private static final int CASES = Tier.cases(510, 5_001);
  private static final int TOGETHER = 170;
  private static final int EXAMPLES = 40;
  private static final double TOLERANCE = 1e-5;
  private static final double SLOPE = 1.95;

  /**
   * As in {@link GradientCheck}: arrays that are smaller than this share are 0 but for rounding.
   */
  private static final double CANCELLED = 1e-12;

  /** How often rows are drawn anew where a kink is near or roundings cost too much. */
  private static final int DRAWS = 64;

  /** After so many of them parameters are drawn anew as well. */
  private static final int DRAWS_OF_ROWS = 8;

  /** Below this cross-entropy probabilities less targets are little but the rounding of a 1. */
  private static final double DECIDED = 0.05;

  private final List<String> failures = new ArrayList<>();
  private double worstError;
  private double worstSlope = 2;
  private int count;

  @Test
  void every_gradient_is_that_of_the_description() throws IOException {
    long start = System.nanoTime();
    Set<String> modifiers = new HashSet<>();
    for (int from = 0; from < CASES / 3; from += TOGETHER) {
      int to = Math.min(from + TOGETHER, CASES / 3);
      List<GradientCase> cases = IntStream.range(from, to).mapToObj(GradientCase::of).toList();
      String[] sources = cases.stream().map(GradientCase::source).toArray(String[]::new);
      Compilation compilation = SourceCompiler.javac().compileCleanly(sources);
      for (GradientCase each : cases) {
        check(each, compilation.network(each.className()));
        modifiers.addAll(each.modifiers());
      }
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    int failed = failures.size();
    new ReliabilityFigure("gradient-checks", count, worstError, failed, 0, seconds).write();
    new ReliabilityFigure("taylor-slopes", count, worstSlope, failed, 0, seconds).write();
    assertEquals("", String.join("\n", failures));
    assertEquals(CASES, count);
    assertEquals(drawn(), modifiers);
  }

  /** What acts on gradients is drawn; a new kind must be written there. */
  @Test
  void every_kind_of_modifier_is_drawn() {
    Set<String> names = new HashSet<>();
    drawn().forEach(modifier -> names.add(modifier.replaceAll("@(\\w+).*", "$1")));
    for (ModifierKind kind : Kinds.load().modifiers()) {
      assertTrue(names.contains(kind.annotation().getSimpleName()), kind.annotation()::getName);
    }
  }

  private static Set<String> drawn() {
    Set<String> drawn = new HashSet<>();
    Stream.of(
            GradientCase.NORMALISATIONS,
            GradientCase.NOISES,
            GradientCase.PENALTIES,
            GradientCase.OTHERS)
        .forEach(drawn::addAll);
    return drawn;
  }

  private void check(GradientCase of, GeneratedNetwork network) {
    NetworkTrainer<?> trainer = network.create(of.number());
    Random random = new Random(of.number());
    trainer.setParameters(Sample.numbers(random, trainer.parameterCount(), 1));
    Dataset rows =
        Dataset.ofValues(
            Sample.numbers(random, EXAMPLES * GradientCase.INPUT, 3),
            EXAMPLES,
            new float[EXAMPLES]);
    trainer.fitInputs(rows);
    for (int batchRows : of.batches()) {
      trainer.prepare(Training.online().examples(EXAMPLES).batchSize(batchRows));
      count++;
      GradientError worst =
          GradientCheck.of(trainer, wellPosed(of, trainer, batchRows, random)).worst();
      worstError = Math.max(worstError, Math.min(worst.relative(), 1));
      if (!(worst.relative() < TOLERANCE)) {
        failures.add(batchRows + " rows of " + of + ": " + worst);
      }
      double slope = slope(of, trainer, batchRows, random);
      worstSlope = Math.min(worstSlope, slope);
      if (!(slope >= SLOPE)) {
        failures.add(batchRows + " rows of " + of + ": slope " + slope);
      }
    }
    requireSaved(network, trainer, rows.toBatch().features());
  }

  /**
   * Returns the first rows at which single precision has a chance: there the gradient of the
   * reference stays the same, to a twentieth of the tolerance, when parameters and what steps hand
   * on are off by a rounding. Only the reference is asked.
   */
  private static Batch wellPosed(
      GradientCase of, NetworkTrainer<?> trainer, int batchRows, Random random) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int draw = 1; draw <= DRAWS; draw++) {
      Batch batch = batch(of, batchRows, random);
      trainer.gradients(batch, new float[trainer.parameterCount()]);
      NetworkDescription network = trainer.description();
      Tensors point = Tensors.ofFloats(network, trainer::parameter);
      Replay replay = TrainerReplay.of(trainer);
      Interpretation exact = Interpreter.of(network).run(point, batch, replay);
      Tensors rounding =
          Interpreter.rounding(network).run(rounded(point, random), batch, replay).gradients();
      double distance = distance(exact.gradients(), rounding);
      boolean isDecided = of.loss().isCrossEntropy() && exact.dataLoss() < DECIDED;
      if (distance < TOLERANCE / 20 && !isDecided) {
        return batch;
      }
      nearest = Math.min(nearest, distance);
      if (draw % DRAWS_OF_ROWS == 0) {
        trainer.setParameters(Sample.numbers(random, trainer.parameterCount(), 1));
      }
    }
    throw new AssertionError(
        "Roundings cost " + nearest + " or more at " + DRAWS + " draws of rows for " + of);
  }

  private static Tensors rounded(Tensors point, Random random) {
    Tensors moved = point.copy();
    for (String name : moved.names()) {
      double[] numbers = moved.get(name);
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] += Math.ulp((float) numbers[i]) * (random.nextBoolean() ? 0.5 : -0.5);
      }
    }
    return moved;
  }

  /** Returns the largest difference, relative to what {@link GradientCheck} takes errors by. */
  private static double distance(Tensors here, Tensors there) {
    double all =
        here.names().stream().mapToDouble(name -> magnitude(here.get(name))).max().orElse(0);
    double largest = 0;
    for (String name : here.names()) {
      double[] expected = here.get(name);
      double own = magnitude(expected);
      double scale = own < CANCELLED * all ? all : own;
      for (int i = 0; i < expected.length; i++) {
        double difference = Math.abs(expected[i] - there.get(name)[i]);
        largest = Math.max(largest, difference == 0 ? 0 : difference / scale);
      }
    }
    return largest;
  }

  private static double magnitude(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  /** Returns the slope at the first rows that no kink is near. */
  private static double slope(
      GradientCase of, NetworkTrainer<?> trainer, int batchRows, Random random) {
    double best = 0;
    for (int draw = 0; draw < DRAWS && best < SLOPE; draw++) {
      Batch batch = batch(of, batchRows, random);
      trainer.gradients(batch, new float[trainer.parameterCount()]);
      Interpreter interpreter = Interpreter.of(trainer.description());
      Tensors point = Tensors.ofFloats(trainer.description(), trainer::parameter);
      Replay replay = TrainerReplay.of(trainer);
      TaylorSlope slope =
          new TaylorSlope(
              at -> objective(interpreter.run(at, batch, replay)),
              interpreter.run(point, batch, replay).gradients());
      best = Math.max(best, slope.at(point, random));
    }
    return best;
  }

  private static double objective(Interpretation of) {
    return of.dataLoss() + of.activityPenalty();
  }

  private static void requireSaved(
      GeneratedNetwork network, NetworkTrainer<?> trainer, float[] rows) {
    NetworkModel model = trainer.model();
    assertArrayEquals(predictions(model, rows), predictions(network.load(model.toJson()), rows));
  }

  private static float[] predictions(NetworkModel model, float[] rows) {
    float[] outputs = new float[EXAMPLES * GradientCase.OUTPUTS];
    model.predictor().predict(rows, EXAMPLES, outputs);
    return outputs;
  }

  private static Batch batch(GradientCase of, int rows, Random random) {
    boolean isWeighted = random.nextInt(3) == 0;
    return Sample.batch(
        random, of.loss(), rows, GradientCase.INPUT, GradientCase.OUTPUTS, isWeighted);
  }
}

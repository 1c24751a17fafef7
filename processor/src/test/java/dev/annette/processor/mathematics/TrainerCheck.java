package dev.annette.processor.mathematics;

import static dev.annette.processor.mathematics.Closeness.assertClose;
import static dev.annette.processor.mathematics.Closeness.assertWithin;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.L1Method;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.check.Interpreter;
import dev.annette.runtime.check.Penalty;
import dev.annette.runtime.check.Replay;
import dev.annette.runtime.check.Tensors;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.PenaltyRecord;
import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/**
 * What must hold of a generated trainer at parameters drawn by chance.
 *
 * @param trainer the trainer, ready for steps
 * @param combination what it was generated for
 * @param random draws the batches
 */
record TrainerCheck(NetworkTrainer<?> trainer, Combination combination, Random random) {
  private static final double TOLERANCE = 1e-5;
  private static final double RATE = 0.25;

  /** An odd number, so that signs of errors do not cancel. */
  private static final int ROWS = 7;

  private static final int EXAMPLES = 40;

  static TrainerCheck of(Combination combination, GeneratedNetwork network) {
    Random random = new Random(combination.shape());
    NetworkTrainer<?> trainer = network.create(1);
    trainer.setParameters(Sample.numbers(random, trainer.parameterCount(), 1));
    trainer.fitInputs(
        Dataset.ofValues(
            Sample.numbers(random, ROWS * Combination.INPUT, 3), ROWS, new float[ROWS]));
    trainer.prepare(Training.online().examples(EXAMPLES).batchSize(ROWS).optimizer(Sgd.of(RATE)));
    return new TrainerCheck(trainer, combination, random);
  }

  void require() {
    requirePredictions(batch(false));
    GradientCheck.of(trainer, batch(false)).requireWithin(TOLERANCE);
    GradientCheck.of(trainer, batch(true)).requireWithin(TOLERANCE);
    requirePenalty();
    requireStep(batch(true));
  }

  private Batch batch(boolean weighted) {
    return Sample.batch(
        random, combination.loss(), ROWS, Combination.INPUT, Combination.OUTPUTS, weighted);
  }

  private void requirePredictions(Batch batch) {
    double[] expected =
        Interpreter.of(network()).run(tensors(), batch, Replay.none()).outputs().values();
    float[] actual = new float[expected.length];
    trainer.model().predictor().predict(batch.features(), ROWS, actual);
    assertClose(expected, actual, TOLERANCE, "predictions");
  }

  private void requirePenalty() {
    Penalty expected = Interpreter.of(network()).penalty(tensors(), EXAMPLES, ROWS);
    assertEquals(expected.value(), trainer.penalty(), 1e-12 * expected.value());
    Map<String, Double> byTensor = Ledger.byTensor(trainer);
    assertEquals(expected.values().keySet(), byTensor.keySet());
    expected.values().forEach((name, value) -> assertEquals(value, byTensor.get(name), 1e-12));
    double[] gradients = new double[trainer.parameterCount()];
    trainer.addPenaltyGradients(gradients);
    assertArrayEquals(learned(expected.gradients()), gradients, 1e-12);
  }

  /** A step descends the gradient of data loss and smooth penalties, then shrinks for the rest. */
  private void requireStep(Batch batch) {
    float[] gradients = new float[trainer.parameterCount()];
    float[] before = new float[gradients.length];
    trainer.gradients(batch, gradients);
    trainer.getParameters(before);
    double[] slopes = new double[gradients.length];
    Arrays.setAll(slopes, i -> gradients[i]);
    trainer.addPenaltyGradients(slopes);
    double[] thresholds = thresholds();
    double[] expected = new double[before.length];
    for (int i = 0; i < expected.length; i++) {
      double smooth = slopes[i] - thresholds[i] * Math.signum(before[i]);
      double moved = before[i] - RATE * smooth;
      expected[i] = Math.signum(moved) * Math.max(0, Math.abs(moved) - RATE * thresholds[i]);
    }
    trainer.step(batch);
    float[] after = new float[before.length];
    trainer.getParameters(after);
    assertWithin(expected, after, 1e-6, "parameters after a step");
  }

  /** Returns the effective strength of every parameter's proximal L1 penalty. */
  private double[] thresholds() {
    double[] thresholds = new double[trainer.parameterCount()];
    for (PenaltyRecord penalty : trainer.model().provenance().penalties()) {
      int from = 0;
      for (TensorDescription tensor : network().tensors()) {
        int to = from + (tensor.isLearned() ? tensor.size() : 0);
        if (isProximal(penalty) && penalty.parameter().equals(tensor.name())) {
          Arrays.fill(thresholds, from, to, penalty.effective());
        }
        from = to;
      }
    }
    return thresholds;
  }

  private boolean isProximal(PenaltyRecord penalty) {
    boolean isHidden = penalty.parameter().startsWith("hidden.");
    PenaltyText declared = isHidden ? combination.hidden() : combination.output();
    return penalty.kind().equals("l1") && declared.method() == L1Method.PROXIMAL;
  }

  private double[] learned(Tensors tensors) {
    return network().tensors().stream()
        .filter(TensorDescription::isLearned)
        .flatMapToDouble(tensor -> Arrays.stream(tensors.get(tensor.name())))
        .toArray();
  }

  private Tensors tensors() {
    return Tensors.ofFloats(network(), trainer::parameter);
  }

  private NetworkDescription network() {
    return trainer.description();
  }
}

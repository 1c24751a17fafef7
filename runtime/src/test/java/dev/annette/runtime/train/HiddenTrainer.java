package dev.annette.runtime.train;

import dev.annette.L1Method;
import dev.annette.Loss;
import dev.annette.PenaltyScaling;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.DenseKernel;
import dev.annette.runtime.kernel.DropoutKernel;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.StandardizeKernel;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.random.CounterRandom;
import dev.annette.runtime.random.Purpose;
import dev.annette.runtime.train.penalty.L1Penalty;
import dev.annette.runtime.train.penalty.L2Penalty;

/**
 * Standardized inputs, a ReLU layer with L2 and dropout, and a linear output with L1: in the shape
 * of a generated trainer.
 */
public final class HiddenTrainer implements NetworkTrainer<HiddenModel> {
  public static final int INPUT_SIZE = 20;
  static final int HIDDEN_UNITS = 48;
  public static final int OUTPUT_UNITS = 3;
  static final NetworkDescription DESCRIPTION =
      NetworkDescription.network("test.Hidden", INPUT_SIZE)
          .loss(Loss.HALF_SQUARED_ERROR)
          .layer("inputs", "standardize")
          .statistic("inputs.mean", INPUT_SIZE)
          .statistic("inputs.scale", INPUT_SIZE)
          .layer("hidden", "dense")
          .with("units", HIDDEN_UNITS)
          .weight("hidden.weights", INPUT_SIZE, HIDDEN_UNITS)
          .bias("hidden.bias", HIDDEN_UNITS)
          .layer("output", "dense")
          .with("units", OUTPUT_UNITS)
          .weight("output.weights", HIDDEN_UNITS, OUTPUT_UNITS)
          .bias("output.bias", OUTPUT_UNITS)
          .outputs(OUTPUT_UNITS)
          .build();

  private final float[] mean = new float[INPUT_SIZE];
  private final float[] scale = new float[INPUT_SIZE];
  private final float[] hiddenWeights = new float[INPUT_SIZE * HIDDEN_UNITS];
  private final float[] hiddenBias = new float[HIDDEN_UNITS];
  private final float[] outputWeights = new float[HIDDEN_UNITS * OUTPUT_UNITS];
  private final float[] outputBias = new float[OUTPUT_UNITS];
  private final Hyperparameter hiddenL2 = new Hyperparameter("hidden", "l2", 1, NumberRule.PENALTY);
  private final Hyperparameter hiddenDropout =
      new Hyperparameter("hidden", "dropout", 0.25, NumberRule.DROPOUT_RATE);
  private final Hyperparameter outputL1 =
      new Hyperparameter("output", "l1", 0.5, NumberRule.PENALTY);
  private final LearnedParameter hiddenWeightsParameter =
      LearnedParameter.of("hidden.weights", hiddenWeights)
          .penalty(new L2Penalty(hiddenL2, PenaltyScaling.TEXTBOOK));
  private final LearnedParameter hiddenBiasParameter =
      LearnedParameter.of("hidden.bias", hiddenBias);
  private final LearnedParameter outputWeightsParameter =
      LearnedParameter.of("output.weights", outputWeights)
          .penalty(new L1Penalty(outputL1, PenaltyScaling.TEXTBOOK, L1Method.PROXIMAL));
  private final LearnedParameter outputBiasParameter =
      LearnedParameter.of("output.bias", outputBias);
  private final TrainingState state;
  private final long dropoutKey;
  private int capacity;
  private float[] inputs;
  private float[] hidden;
  private float[] mask;
  private float[] output;
  private float[] hiddenGradient;
  private float[] outputGradient;
  private float[] rowLoss;
  private Batch batch;
  private final RowPhase forwardAndBackward = this::forwardAndBackward;
  private final UpdatePhase update = this::update;

  private HiddenTrainer(long seed) {
    state =
        new TrainingState(DESCRIPTION, seed, 100_000)
            .statistics(new FittedStatistics("inputs", mean, scale))
            .parameters(
                hiddenWeightsParameter,
                hiddenBiasParameter,
                outputWeightsParameter,
                outputBiasParameter)
            .hyperparameters(hiddenL2, hiddenDropout, outputL1);
    dropoutKey = CounterRandom.key(seed, Purpose.DROPOUT, "hidden");
  }

  public static HiddenTrainer create(long seed) {
    HiddenTrainer trainer = new HiddenTrainer(seed);
    trainer.initialize(trainer.hiddenWeights, "hidden.weights", Math.sqrt(2.0 / INPUT_SIZE));
    trainer.initialize(trainer.outputWeights, "output.weights", Math.sqrt(1.0 / HIDDEN_UNITS));
    return trainer;
  }

  static HiddenTrainer from(HiddenModel model) {
    HiddenTrainer trainer = new HiddenTrainer(model.provenance().seed());
    trainer.state.restore(model.content());
    return trainer;
  }

  private void initialize(float[] weights, String name, double deviation) {
    long key = CounterRandom.key(state.seed(), Purpose.INITIALIZATION, name);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (deviation * CounterRandom.gaussian(key, i));
    }
  }

  @Override
  public NetworkDescription description() {
    return DESCRIPTION;
  }

  @Override
  public HiddenTrainer fresh(long seed) {
    return create(seed);
  }

  @Override
  public TrainingState state() {
    return state;
  }

  @Override
  public double step(Batch rows) {
    differentiate(state.transform(rows));
    double loss = state.dataLoss(rowLoss, rows);
    state.update(update);
    return loss;
  }

  @Override
  public double gradients(Batch rows, float[] gradients) {
    differentiate(rows);
    double loss = state.dataLoss(rowLoss, rows);
    state.collect(update, gradients);
    return loss;
  }

  private void differentiate(Batch rows) {
    state.check(rows);
    reserve(rows.rows());
    batch = rows;
    state.forRows(rows.rows(), forwardAndBackward);
  }

  private void reserve(int rows) {
    if (rows > capacity) {
      capacity = rows;
      inputs = new float[rows * INPUT_SIZE];
      hidden = new float[rows * HIDDEN_UNITS];
      mask = new float[rows * HIDDEN_UNITS];
      output = new float[rows * OUTPUT_UNITS];
      hiddenGradient = new float[rows * HIDDEN_UNITS];
      outputGradient = new float[rows * OUTPUT_UNITS];
      rowLoss = new float[rows];
    }
  }

  private void forwardAndBackward(int from, int to, Scratch scratch) {
    StandardizeKernel.forward(batch.features(), mean, scale, inputs, from, to, INPUT_SIZE);
    DenseKernel.forward(
        inputs, hiddenWeights, hiddenBias, hidden, from, to, INPUT_SIZE, HIDDEN_UNITS, scratch);
    for (int i = from * HIDDEN_UNITS; i < to * HIDDEN_UNITS; i++) {
      hidden[i] = Math.max(hidden[i], 0);
    }
    DropoutKernel.forward(
        hidden,
        mask,
        hidden,
        from,
        to,
        HIDDEN_UNITS,
        (float) hiddenDropout.value(),
        CounterRandom.keyAt(dropoutKey, state.steps()),
        scratch);
    DenseKernel.forward(
        hidden, outputWeights, outputBias, output, from, to, HIDDEN_UNITS, OUTPUT_UNITS, scratch);
    loss(from, to);
    DenseKernel.inputGradient(
        outputGradient,
        outputWeights,
        hiddenGradient,
        from,
        to,
        HIDDEN_UNITS,
        OUTPUT_UNITS,
        scratch);
    DropoutKernel.backward(mask, hiddenGradient, from, to, HIDDEN_UNITS);
    for (int i = from * HIDDEN_UNITS; i < to * HIDDEN_UNITS; i++) {
      hiddenGradient[i] = hidden[i] > 0 ? hiddenGradient[i] : 0;
    }
  }

  private void loss(int from, int to) {
    float[] targets = ((Targets.Values) batch.targets()).values();
    for (int row = from; row < to; row++) {
      float weight = batch.weights() == null ? 1 : batch.weights()[row];
      float sum = 0;
      for (int i = row * OUTPUT_UNITS; i < (row + 1) * OUTPUT_UNITS; i++) {
        float error = output[i] - targets[i];
        sum += 0.5f * error * error;
        outputGradient[i] = weight / batch.rows() * error;
      }
      rowLoss[row] = weight * sum;
    }
  }

  private void update(int part, int parts, Scratch scratch) {
    int rows = batch.rows();
    DenseKernel.weightGradient(
        inputs,
        hiddenGradient,
        rows,
        INPUT_SIZE,
        HIDDEN_UNITS,
        hiddenWeightsParameter,
        part,
        parts,
        scratch);
    DenseKernel.biasGradient(
        hiddenGradient, rows, HIDDEN_UNITS, hiddenBiasParameter, part, parts, scratch);
    DenseKernel.weightGradient(
        hidden,
        outputGradient,
        rows,
        HIDDEN_UNITS,
        OUTPUT_UNITS,
        outputWeightsParameter,
        part,
        parts,
        scratch);
    DenseKernel.biasGradient(
        outputGradient, rows, OUTPUT_UNITS, outputBiasParameter, part, parts, scratch);
  }

  @Override
  public HiddenModel model() {
    return new HiddenModel(state.content());
  }

  @Override
  public void inspect(ValueVisitor visitor) {
    visitor.visit("hidden", hidden, batch.rows(), HIDDEN_UNITS);
    visitor.visit("hidden.mask", mask, batch.rows(), HIDDEN_UNITS);
    visitor.visit("output", output, batch.rows(), OUTPUT_UNITS);
  }
}

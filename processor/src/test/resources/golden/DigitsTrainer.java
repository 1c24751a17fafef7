package com.example;

import dev.annette.PenaltyScaling;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.Annette;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.init.GlorotUniform;
import dev.annette.runtime.init.HeNormal;
import dev.annette.runtime.init.Zeros;
import dev.annette.runtime.kernel.DenseKernel;
import dev.annette.runtime.kernel.DropoutKernel;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.StandardizeKernel;
import dev.annette.runtime.kernel.activation.Relu;
import dev.annette.runtime.kernel.activation.Softmax;
import dev.annette.runtime.kernel.loss.SoftmaxCrossEntropy;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.RowArray;
import dev.annette.runtime.random.CounterRandom;
import dev.annette.runtime.random.Purpose;
import dev.annette.runtime.train.FittedStatistics;
import dev.annette.runtime.train.Hyperparameter;
import dev.annette.runtime.train.LearnedParameter;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.RowPhase;
import dev.annette.runtime.train.TrainerSummary;
import dev.annette.runtime.train.TrainingState;
import dev.annette.runtime.train.UpdatePhase;
import dev.annette.runtime.train.ValueVisitor;
import dev.annette.runtime.train.penalty.L2Penalty;
import dev.annette.runtime.uncertainty.Sampler;
import javax.annotation.processing.Generated;

/**
 * Trains the network that {@link Digits} describes. Edit that class, not this file.
 *
 * <pre>
 *   pixels = standardize(input, pixels.mean, pixels.scale)     [64]
 *   hidden.dense = dense(pixels, hidden.weights, hidden.bias)  [128]
 *   hidden.relu = relu(hidden.dense)                           [128]
 *   hidden = dropout(hidden.relu, rate 0.5)                    [128]  training only
 *   output = dense(hidden, output.weights, output.bias)        [10]
 * </pre>
 *
 * <pre>
 *   layer   kind         activation  output   parameters  predicting  training
 *   pixels  standardize                  64                       64        64
 *   hidden  dense        relu           128  8,192 + 128       8,192    16,384
 *     + @L2(1): 1/m
 *     + @Dropout(0.5)
 *   output  dense                        10   1,280 + 10       1,280     3,840
 *
 *   9,610 parameters, a model of 38,952 bytes
 *   multiply-adds of a row: 9,536 predicting, 20,288 training
 *   training: 38,952 bytes and 1,876 for each row of a batch, 98,984 with 32 rows,
 *     and 38,440 for each array that the optimizer keeps
 * </pre>
 *
 * Penalties, with m training examples and n rows in a batch:
 *
 * <pre>
 *   hidden.weights: lambda/m * sum(w^2)/2, lambda = HIDDEN_L2 = 1.0 (textbook)
 * </pre>
 *
 * A trainer belongs to one thread at a time; it uses several by itself. What it has learned so
 * far is taken by {@link #model()}.
 */
@Generated("dev.annette.processor.AnnetteProcessor")
final class DigitsTrainer implements NetworkTrainer<DigitsModel> {
  /**
   * From {@code @Network(input = 64)}.
   */
  private static final int INPUT_SIZE = 64;

  /**
   * From {@code @Dense(units = 128)} on hidden.
   */
  private static final int HIDDEN_UNITS = 128;

  /**
   * From {@code @L2(1)} on hidden.
   */
  private static final double HIDDEN_L2 = 1.0;

  /**
   * From {@code @Dropout(0.5)} on hidden.
   */
  private static final double HIDDEN_DROPOUT = 0.5;

  /**
   * From {@code @Dense(units = 10)} on output.
   */
  private static final int OUTPUT_UNITS = 10;

  /**
   * Multiply-adds of one row in a step; decides from how many rows on threads pay.
   */
  private static final long WORK_PER_ROW = 20224L;

  static {
    Annette.requireVersion(1, "com.example.DigitsTrainer");
  }

  /**
   * Measured on the training rows, {@code [INPUT_SIZE]}.
   */
  private final float[] pixelsMean = new float[INPUT_SIZE];

  /**
   * Measured on the training rows, {@code [INPUT_SIZE]}.
   */
  private final float[] pixelsScale = new float[INPUT_SIZE];

  /**
   * Learned, {@code [INPUT_SIZE, HIDDEN_UNITS]}.
   */
  private final float[] hiddenWeights = new float[INPUT_SIZE * HIDDEN_UNITS];

  /**
   * Learned, {@code [HIDDEN_UNITS]}.
   */
  private final float[] hiddenBias = new float[HIDDEN_UNITS];

  /**
   * Learned, {@code [HIDDEN_UNITS, OUTPUT_UNITS]}.
   */
  private final float[] outputWeights = new float[HIDDEN_UNITS * OUTPUT_UNITS];

  /**
   * Learned, {@code [OUTPUT_UNITS]}.
   */
  private final float[] outputBias = new float[OUTPUT_UNITS];

  /**
   * {@link #HIDDEN_L2}, unless a run overrides it.
   */
  private final Hyperparameter hiddenL2 = new Hyperparameter(
      "hidden", "l2", HIDDEN_L2, NumberRule.PENALTY);

  /**
   * {@link #HIDDEN_DROPOUT}, unless a run overrides it.
   */
  private final Hyperparameter hiddenDropout = new Hyperparameter(
      "hidden", "dropout", HIDDEN_DROPOUT, NumberRule.DROPOUT_RATE);

  private final FittedStatistics pixelsStatistics = new FittedStatistics(
      "pixels", pixelsMean, pixelsScale);

  private final LearnedParameter hiddenWeightsParameter = LearnedParameter.of(
      "hidden.weights", hiddenWeights)
      .penalty(new L2Penalty(hiddenL2, PenaltyScaling.TEXTBOOK));

  private final LearnedParameter hiddenBiasParameter = LearnedParameter.of(
      "hidden.bias", hiddenBias);

  private final LearnedParameter outputWeightsParameter = LearnedParameter.of(
      "output.weights", outputWeights);

  private final LearnedParameter outputBiasParameter = LearnedParameter.of(
      "output.bias", outputBias);

  /**
   * Chooses the random numbers of dropout on hidden.
   */
  private final long hiddenDropoutKey;

  /**
   * Steps done, optimizer, threads: what does not depend on the layers.
   */
  private final TrainingState state;

  /**
   * The part of a step that each row goes through alone.
   */
  private final RowPhase forwardAndBackward = this::forwardAndBackward;

  /**
   * The part of a step that learns from all rows.
   */
  private final UpdatePhase update = this::update;

  /**
   * The rows that the arrays below have room for.
   */
  private int capacity;

  /**
   * The batch at hand.
   */
  private Batch batch;

  /**
   * {@code [rows, INPUT_SIZE]}: pixels.
   */
  private float[] pixels;

  /**
   * {@code [rows, HIDDEN_UNITS]}: hidden.dense, then hidden.relu, then hidden.
   */
  private float[] hidden;

  /**
   * {@code [rows, HIDDEN_UNITS]}: 0 for a unit left out, else 1 / (1 - rate).
   */
  private float[] hiddenMask;

  /**
   * {@code [rows, OUTPUT_UNITS]}: output.
   */
  private float[] output;

  /**
   * {@code [rows, OUTPUT_UNITS]}: the derivative of the loss by output.
   */
  private float[] outputGradient;

  /**
   * {@code [rows, HIDDEN_UNITS]}: the derivative of the loss by hidden, then by hidden.relu,
   * then by hidden.dense.
   */
  private float[] hiddenGradient;

  /**
   * {@code [rows]}: the loss of each row, times its weight.
   */
  private float[] rowLoss;

  private DigitsTrainer(long seed) {
    state = new TrainingState(DigitsModel.DESCRIPTION, seed, WORK_PER_ROW);
    state.statistics(pixelsStatistics);
    state.parameters(hiddenWeightsParameter, hiddenBiasParameter, outputWeightsParameter,
        outputBiasParameter);
    state.hyperparameters(hiddenL2, hiddenDropout);
    hiddenDropoutKey = CounterRandom.key(state.seed(), Purpose.DROPOUT, "hidden");
  }

  /**
   * Returns an untrained network.
   *
   * @param seed decides every random number: how weights start, the order of rows, what
   *     dropout leaves out; the same seed and data give the same bits
   */
  public static DigitsTrainer create(long seed) {
    DigitsTrainer trainer = new DigitsTrainer(seed);
    trainer.initialize();
    return trainer;
  }

  /**
   * Returns a trainer that goes on where a model stands, with its seed, steps and history.
   * The optimizer starts anew.
   */
  public static DigitsTrainer from(DigitsModel model) {
    DigitsTrainer trainer = new DigitsTrainer(model.provenance().seed());
    trainer.state.restore(model.content());
    return trainer;
  }

  @Override
  public DigitsTrainer fresh(long seed) {
    return create(seed);
  }

  private void initialize() {
    HeNormal.fill(hiddenWeights, INPUT_SIZE, HIDDEN_UNITS, key("hidden.weights"));
    Zeros.fill(hiddenBias, 1, HIDDEN_UNITS, key("hidden.bias"));
    GlorotUniform.fill(outputWeights, HIDDEN_UNITS, OUTPUT_UNITS, key("output.weights"));
    Zeros.fill(outputBias, 1, OUTPUT_UNITS, key("output.bias"));
  }

  /**
   * Returns the key of the random numbers that a parameter starts with.
   */
  private long key(String parameter) {
    return CounterRandom.key(state.seed(), Purpose.INITIALIZATION, parameter);
  }

  @Override
  public double step(Batch batch) {
    differentiate(state.transform(batch));
    double loss = state.dataLoss(rowLoss, batch);
    state.update(update);
    return loss;
  }

  @Override
  public double gradients(Batch batch, float[] gradients) {
    differentiate(batch);
    double loss = state.dataLoss(rowLoss, batch);
    state.collect(update, gradients);
    return loss;
  }

  /**
   * Computes the loss of each row and every gradient that reaches a layer. Throws before
   * anything has changed if the batch is not one that the network can take.
   */
  private void differentiate(Batch batch) {
    state.check(batch);
    reserve(batch.rows());
    this.batch = batch;
    state.forRows(batch.rows(), forwardAndBackward);
  }

  private void forwardAndBackward(int from, int to, Scratch scratch) {
    forwardPixels(from, to, scratch);
    forwardHidden(from, to, scratch);
    dropoutHidden(from, to, scratch);
    forwardOutput(from, to, scratch);
    compareWithTargets(from, to, scratch);
    backwardOutput(from, to, scratch);
    backwardHidden(from, to, scratch);
  }

  private void update(int part, int parts, Scratch scratch) {
    updateOutput(part, parts, scratch);
    updateHidden(part, parts, scratch);
  }

  /**
   * Makes room for batches of this many rows.
   */
  private void reserve(int rows) {
    if (rows <= capacity) {
      return;
    }
    rowLoss = new float[rows];
    pixels = RowArray.allocate(rows, INPUT_SIZE);
    hidden = RowArray.allocate(rows, HIDDEN_UNITS);
    hiddenMask = RowArray.allocate(rows, HIDDEN_UNITS);
    output = RowArray.allocate(rows, OUTPUT_UNITS);
    outputGradient = RowArray.allocate(rows, OUTPUT_UNITS);
    hiddenGradient = RowArray.allocate(rows, HIDDEN_UNITS);
    capacity = rows;
  }

  /**
   * {@code pixels = standardize(input, pixels.mean, pixels.scale)}.
   */
  private void forwardPixels(int from, int to, Scratch scratch) {
    StandardizeKernel.forward(batch.features(), pixelsMean, pixelsScale, pixels, from, to,
        INPUT_SIZE);
  }

  /**
   * {@code hidden.dense = dense(pixels, hidden.weights, hidden.bias)};
   * {@code hidden.relu = relu(hidden.dense)}.
   */
  private void forwardHidden(int from, int to, Scratch scratch) {
    DenseKernel.forward(pixels, hiddenWeights, hiddenBias, hidden, from, to, INPUT_SIZE,
        HIDDEN_UNITS, scratch);
    Relu.forward(hidden, hidden, from, to, HIDDEN_UNITS, scratch);
  }

  /**
   * {@code hidden = dropout(hidden.relu, rate 0.5)}.
   */
  private void dropoutHidden(int from, int to, Scratch scratch) {
    DropoutKernel.forward(hidden, hiddenMask, hidden, from, to, HIDDEN_UNITS,
        (float) hiddenDropout.value(), CounterRandom.keyAt(hiddenDropoutKey, state.steps()),
        scratch);
  }

  /**
   * {@code output = dense(hidden, output.weights, output.bias)}.
   */
  private void forwardOutput(int from, int to, Scratch scratch) {
    DenseKernel.forward(hidden, outputWeights, outputBias, output, from, to, HIDDEN_UNITS,
        OUTPUT_UNITS, scratch);
  }

  /**
   * {@code rowLoss = softmaxCrossEntropy(output, targets)}, and {@code d output}.
   */
  private void compareWithTargets(int from, int to, Scratch scratch) {
    SoftmaxCrossEntropy.lossAndGradient(output, batch.targets(), batch.weights(), batch.rows(),
        rowLoss, outputGradient, from, to, OUTPUT_UNITS, scratch);
  }

  /**
   * {@code d hidden = dense'(d output)}.
   */
  private void backwardOutput(int from, int to, Scratch scratch) {
    DenseKernel.inputGradient(outputGradient, outputWeights, hiddenGradient, from, to, HIDDEN_UNITS,
        OUTPUT_UNITS, scratch);
  }

  /**
   * {@code d hidden.relu = dropout'(d hidden)};
   * {@code d hidden.dense = relu'(d hidden.relu)}.
   */
  private void backwardHidden(int from, int to, Scratch scratch) {
    DropoutKernel.backward(hiddenMask, hiddenGradient, from, to, HIDDEN_UNITS);
    Relu.backward(hidden, hiddenGradient, from, to, HIDDEN_UNITS, scratch);
  }

  /**
   * {@code d output.weights, d output.bias = dense'(d output)}.
   */
  private void updateOutput(int part, int parts, Scratch scratch) {
    DenseKernel.weightGradient(hidden, outputGradient, batch.rows(), HIDDEN_UNITS, OUTPUT_UNITS,
        outputWeightsParameter, part, parts, scratch);
    DenseKernel.biasGradient(outputGradient, batch.rows(), OUTPUT_UNITS, outputBiasParameter, part,
        parts, scratch);
  }

  /**
   * {@code d hidden.weights, d hidden.bias = dense'(d hidden.dense)}.
   */
  private void updateHidden(int part, int parts, Scratch scratch) {
    DenseKernel.weightGradient(pixels, hiddenGradient, batch.rows(), INPUT_SIZE, HIDDEN_UNITS,
        hiddenWeightsParameter, part, parts, scratch);
    DenseKernel.biasGradient(hiddenGradient, batch.rows(), HIDDEN_UNITS, hiddenBiasParameter, part,
        parts, scratch);
  }

  @Override
  public DigitsModel model() {
    return new DigitsModel(state.content());
  }

  @Override
  public TrainingState state() {
    return state;
  }

  @Override
  public NetworkDescription description() {
    return DigitsModel.DESCRIPTION;
  }

  @Override
  public String summary() {
    return TrainerSummary.of(DigitsModel.SUMMARY, this);
  }

  @Override
  public void inspect(ValueVisitor visitor) {
    if (batch == null) {
      return;
    }
    visitor.visit("pixels", pixels, batch.rows(), INPUT_SIZE);
    visitor.visit("hidden", hidden, batch.rows(), HIDDEN_UNITS);
    visitor.visit("hidden.mask", hiddenMask, batch.rows(), HIDDEN_UNITS);
    visitor.visit("output", output, batch.rows(), OUTPUT_UNITS);
    visitor.visit("d output", outputGradient, batch.rows(), OUTPUT_UNITS);
    visitor.visit("d hidden", hiddenGradient, batch.rows(), HIDDEN_UNITS);
  }

  @Override
  public Sampler sampler(long seed) {
    return new NoisyForward(seed);
  }

  /**
   * The forward pass with the noise of training, with the working memory of one thread.
   * It learns nothing.
   */
  private final class NoisyForward implements Sampler {
    private final Scratch scratch = new Scratch();

    private final long seed;

    /**
     * The number of the draw at hand.
     */
    private long draw;

    /**
     * The rows at hand.
     */
    private int rows;

    /**
     * The rows that the arrays below have room for.
     */
    private int capacity;

    /**
     * {@code [rows, INPUT_SIZE]}: the features at hand.
     */
    private float[] input;

    /**
     * {@code [rows, INPUT_SIZE]}: pixels.
     */
    private float[] pixels;

    /**
     * {@code [rows, HIDDEN_UNITS]}: hidden.dense, then hidden.relu.
     */
    private float[] hiddenRelu;

    /**
     * {@code [rows, HIDDEN_UNITS]}: hidden.
     */
    private float[] hidden;

    /**
     * {@code [rows, HIDDEN_UNITS]}: 0 for a unit left out, else 1 / (1 - rate).
     */
    private float[] hiddenMask;

    /**
     * {@code [rows, OUTPUT_UNITS]}: output, then output.softmax.
     */
    private float[] output;

    NoisyForward(long seed) {
      this.seed = seed;
    }

    @Override
    public void take(float[] features, int rows) {
      reserve(rows);
      input = features;
      this.rows = rows;
      forwardToNoise(0, rows);
    }

    @Override
    public void draw(long number, float[] outputs) {
      draw = number;
      forwardFromNoise(0, rows);
      probabilities(0, rows);
      System.arraycopy(output, 0, outputs, 0, rows * OUTPUT_UNITS);
    }

    /**
     * What all draws of the rows have in common.
     */
    private void forwardToNoise(int from, int to) {
      forwardPixels(from, to);
      forwardHidden(from, to);
    }

    /**
     * What each draw computes anew.
     */
    private void forwardFromNoise(int from, int to) {
      dropoutHidden(from, to);
      forwardOutput(from, to);
    }

    /**
     * {@code pixels = standardize(input, pixels.mean, pixels.scale)}.
     */
    private void forwardPixels(int from, int to) {
      StandardizeKernel.forward(input, pixelsMean, pixelsScale, pixels, from, to, INPUT_SIZE);
    }

    /**
     * {@code hidden.dense = dense(pixels, hidden.weights, hidden.bias)};
     * {@code hidden.relu = relu(hidden.dense)}.
     */
    private void forwardHidden(int from, int to) {
      DenseKernel.forward(pixels, hiddenWeights, hiddenBias, hiddenRelu, from, to, INPUT_SIZE,
          HIDDEN_UNITS, scratch);
      Relu.forward(hiddenRelu, hiddenRelu, from, to, HIDDEN_UNITS, scratch);
    }

    /**
     * {@code hidden = dropout(hidden.relu, rate 0.5)}.
     */
    private void dropoutHidden(int from, int to) {
      DropoutKernel.forward(hiddenRelu, hiddenMask, hidden, from, to, HIDDEN_UNITS,
          (float) hiddenDropout.value(), key(Purpose.DROPOUT, "hidden"), scratch);
    }

    /**
     * {@code output = dense(hidden, output.weights, output.bias)}.
     */
    private void forwardOutput(int from, int to) {
      DenseKernel.forward(hidden, outputWeights, outputBias, output, from, to, HIDDEN_UNITS,
          OUTPUT_UNITS, scratch);
    }

    /**
     * From logits to probabilities, in place.
     */
    private void probabilities(int from, int to) {
      Softmax.forward(output, output, from, to, OUTPUT_UNITS, scratch);
    }

    /**
     * Makes room for this many rows.
     */
    private void reserve(int rows) {
      if (rows <= capacity) {
        return;
      }
      pixels = RowArray.allocate(rows, INPUT_SIZE);
      hiddenRelu = RowArray.allocate(rows, HIDDEN_UNITS);
      hidden = RowArray.allocate(rows, HIDDEN_UNITS);
      hiddenMask = RowArray.allocate(rows, HIDDEN_UNITS);
      output = RowArray.allocate(rows, OUTPUT_UNITS);
      capacity = rows;
    }

    /**
     * Returns the key of the random numbers of this draw, for a purpose of one layer.
     */
    private long key(Purpose purpose, String layer) {
      return CounterRandom.keyAt(CounterRandom.key(seed, purpose, layer), draw);
    }
  }
}

package com.example;

import dev.annette.Loss;
import dev.annette.runtime.Annette;
import dev.annette.runtime.json.ModelFile;
import dev.annette.runtime.kernel.DenseKernel;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.StandardizeKernel;
import dev.annette.runtime.kernel.WeightMatrix;
import dev.annette.runtime.kernel.activation.Relu;
import dev.annette.runtime.kernel.activation.Softmax;
import dev.annette.runtime.model.Decision;
import dev.annette.runtime.model.Inputs;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.ModelSummary;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkDescriptionBuilder;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;
import dev.annette.runtime.model.Provenance;
import dev.annette.runtime.model.RowArray;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * Predicts with the network that {@link Digits} describes. Edit that class, not this file.
 *
 * <pre>
 *   pixels = standardize(input, pixels.mean, pixels.scale)     [64]
 *   hidden.dense = dense(pixels, hidden.weights, hidden.bias)  [128]
 *   hidden = relu(hidden.dense)                                [128]
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
 * A model never changes and may be shared by threads. Each call here makes working
 * memory of its own; {@link #predictor()} keeps it for many calls of one thread.
 */
@Generated("dev.annette.processor.AnnetteProcessor")
final class DigitsModel implements NetworkModel {
  /**
   * What the network is made of; a file of another is refused.
   */
  static final NetworkDescription DESCRIPTION;

  /**
   * The second table above, known when the network is compiled.
   */
  public static final String SUMMARY = String.join("",
      "layer   kind         activation  output   parameters  predicting  training\n"
          + "pixels  standardize                  64                       64        64\n"
          + "hidden  dense        relu           128  8,192 + 128       8,192    16,384\n"
          + "  + @L2(1): 1/m\n"
          + "  + @Dropout(0.5)\n"
          + "output  dense                        10   1,280 + 10       1,280     3,840\n"
          + "\n"
          + "9,610 parameters, a model of 38,952 bytes\n"
          + "multiply-adds of a row: 9,536 predicting, 20,288 training\n"
          + "training: 38,952 bytes and 1,876 for each row of a batch, 98,984 with 32 rows,\n"
          + "  and 38,440 for each array that the optimizer keeps\n");

  /**
   * From {@code @Network(input = 64)}.
   */
  private static final int INPUT_SIZE = 64;

  /**
   * From {@code @Dense(units = 128)} on hidden.
   */
  private static final int HIDDEN_UNITS = 128;

  /**
   * From {@code @Dense(units = 10)} on output.
   */
  private static final int OUTPUT_UNITS = 10;

  static {
    Annette.requireVersion(1, "com.example.DigitsModel");
    DESCRIPTION = describe();
  }

  private final ModelContent content;

  /**
   * {@code [INPUT_SIZE]}.
   */
  private final float[] pixelsMean;

  /**
   * {@code [INPUT_SIZE]}.
   */
  private final float[] pixelsScale;

  /**
   * {@code [INPUT_SIZE, HIDDEN_UNITS]}.
   */
  private final WeightMatrix hiddenWeights;

  /**
   * {@code [HIDDEN_UNITS]}.
   */
  private final float[] hiddenBias;

  /**
   * {@code [HIDDEN_UNITS, OUTPUT_UNITS]}.
   */
  private final WeightMatrix outputWeights;

  /**
   * {@code [OUTPUT_UNITS]}.
   */
  private final float[] outputBias;

  DigitsModel(ModelContent content) {
    this(content, false);
  }

  private DigitsModel(ModelContent content, boolean pruned) {
    this.content = content;
    pixelsMean = content.tensor(0);
    pixelsScale = content.tensor(1);
    hiddenWeights = WeightMatrix.of(content.tensor(2), INPUT_SIZE, HIDDEN_UNITS, pruned);
    hiddenBias = content.tensor(3);
    outputWeights = WeightMatrix.of(content.tensor(4), HIDDEN_UNITS, OUTPUT_UNITS, pruned);
    outputBias = content.tensor(5);
  }

  /**
   * Returns the model in a file.
   *
   * @throws IOException if it cannot be read, or is not a model of this network
   */
  public static DigitsModel load(Path file) throws IOException {
    return new DigitsModel(ModelFile.load(file, DESCRIPTION));
  }

  /**
   * Returns the model in a stream.
   *
   * @throws IOException if it cannot be read, or is not a model of this network
   */
  public static DigitsModel load(InputStream stream) throws IOException {
    return new DigitsModel(ModelFile.load(stream, DESCRIPTION));
  }

  /**
   * Returns the model in these bytes.
   *
   * @throws IOException if it cannot be read, or is not a model of this network
   */
  public static DigitsModel load(byte[] json) throws IOException {
    return new DigitsModel(ModelFile.load(json, DESCRIPTION));
  }

  /**
   * Saves the model; the file is the old one or the new one, whole.
   */
  @Override
  public void save(Path file) throws IOException {
    ModelFile.save(content, file);
  }

  /**
   * Writes the model; the stream stays open.
   */
  @Override
  public void save(OutputStream stream) throws IOException {
    ModelFile.save(content, stream);
  }

  @Override
  public byte[] toJson() {
    return ModelFile.toBytes(content);
  }

  /**
   * Returns the most probable class, the first of equals.
   *
   * @param features one row, {@code [INPUT_SIZE]}
   */
  public int classify(float[] features) {
    return Decision.argMax(logits(features));
  }

  /**
   * Returns the probability of each class.
   *
   * @param features one row, {@code [INPUT_SIZE]}
   */
  public float[] probabilities(float[] features) {
    float[] outputs = new float[OUTPUT_UNITS];
    predictor().predict(features, outputs);
    return outputs;
  }

  /**
   * Returns the score of each class, before softmax.
   *
   * @param features one row, {@code [INPUT_SIZE]}
   */
  public float[] logits(float[] features) {
    float[] outputs = new float[OUTPUT_UNITS];
    predictor().logits(features, 1, outputs);
    return outputs;
  }

  @Override
  public DigitsModel pruned() {
    return new DigitsModel(content, true);
  }

  @Override
  public Predictor predictor() {
    return new Forward();
  }

  @Override
  public NetworkDescription description() {
    return DESCRIPTION;
  }

  @Override
  public String summary() {
    return ModelSummary.of(SUMMARY, this);
  }

  @Override
  public Provenance provenance() {
    return content.provenance();
  }

  @Override
  public ModelContent content() {
    return content;
  }

  private static NetworkDescription describe() {
    NetworkDescriptionBuilder network = NetworkDescription.network("com.example.Digits", 64);
    network.loss(Loss.CROSS_ENTROPY).delta(1.0).outputs(10);
    network.layer("pixels", "standardize")
        .statistic("pixels.mean", 64)
        .statistic("pixels.scale", 64);
    network.layer("hidden", "dense")
        .with("activation", "relu").with("bias", true).with("units", 128)
        .modifier("l2").with("bias", false).with("value", 1.0).with("scaling", "textbook")
        .modifier("dropout").with("value", 0.5)
        .weight("hidden.weights", 64, 128)
        .bias("hidden.bias", 128);
    network.layer("output", "dense")
        .with("activation", "linear").with("bias", true).with("units", 10)
        .weight("output.weights", 128, 10)
        .bias("output.bias", 10);
    return network.build();
  }

  /**
   * The forward pass, with the working memory of one thread.
   */
  private final class Forward implements Predictor {
    private static final int ROWS_AT_A_TIME = 256;

    private final Scratch scratch = new Scratch();

    /**
     * The rows that the arrays below have room for.
     */
    private int capacity;

    /**
     * {@code [rows, INPUT_SIZE]}: the features at hand.
     */
    private float[] input;

    /**
     * {@code [rows, INPUT_SIZE]}: features copied from a longer array.
     */
    private float[] chunk;

    /**
     * {@code [rows, INPUT_SIZE]}: pixels.
     */
    private float[] pixels;

    /**
     * {@code [rows, HIDDEN_UNITS]}: hidden.dense, then hidden.
     */
    private float[] hidden;

    /**
     * {@code [rows, OUTPUT_UNITS]}: output, then output.softmax.
     */
    private float[] output;

    @Override
    public void predict(float[] features, float[] outputs) {
      Inputs.requireRows("Digits", features, 1, INPUT_SIZE);
      Inputs.requireRoom(outputs, 1, OUTPUT_UNITS);
      reserve(1);
      input = features;
      forward(0, 1);
      probabilities(0, 1);
      System.arraycopy(output, 0, outputs, 0, OUTPUT_UNITS);
    }

    @Override
    public void predict(float[] inputs, int rows, float[] outputs) {
      runChunks(inputs, rows, outputs, true);
    }

    @Override
    public void logits(float[] inputs, int rows, float[] outputs) {
      runChunks(inputs, rows, outputs, false);
    }

    private void runChunks(float[] inputs, int rows, float[] outputs, boolean linked) {
      Inputs.requireRows("Digits", inputs, rows, INPUT_SIZE);
      Inputs.requireRoom(outputs, rows, OUTPUT_UNITS);
      reserve(Math.min(rows, ROWS_AT_A_TIME));
      input = chunk;
      for (int row = 0; row < rows; row += capacity) {
        int count = Math.min(capacity, rows - row);
        System.arraycopy(inputs, row * INPUT_SIZE, chunk, 0, count * INPUT_SIZE);
        forward(0, count);
        if (linked) {
          probabilities(0, count);
        }
        System.arraycopy(output, 0, outputs, row * OUTPUT_UNITS, count * OUTPUT_UNITS);
      }
    }

    private void forward(int from, int to) {
      forwardPixels(from, to);
      forwardHidden(from, to);
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
     * {@code hidden = relu(hidden.dense)}.
     */
    private void forwardHidden(int from, int to) {
      DenseKernel.forward(pixels, hiddenWeights, hiddenBias, hidden, from, to, scratch);
      Relu.forward(hidden, hidden, from, to, HIDDEN_UNITS, scratch);
    }

    /**
     * {@code output = dense(hidden, output.weights, output.bias)}.
     */
    private void forwardOutput(int from, int to) {
      DenseKernel.forward(hidden, outputWeights, outputBias, output, from, to, scratch);
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
      chunk = RowArray.allocate(rows, INPUT_SIZE);
      pixels = RowArray.allocate(rows, INPUT_SIZE);
      hidden = RowArray.allocate(rows, HIDDEN_UNITS);
      output = RowArray.allocate(rows, OUTPUT_UNITS);
      capacity = rows;
    }
  }
}

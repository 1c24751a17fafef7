package dev.annette.runtime.check;

import dev.annette.Activation.Keeps;
import dev.annette.Loss;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.DenseKernel;
import dev.annette.runtime.kernel.DropoutKernel;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.StandardizeKernel;
import dev.annette.runtime.kernel.loss.Huber;
import dev.annette.runtime.kernel.loss.MeanAbsoluteError;
import dev.annette.runtime.kernel.loss.SoftmaxCrossEntropy;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.random.CounterRandom;
import dev.annette.runtime.random.Purpose;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.TrainingState;
import dev.annette.runtime.train.ValueVisitor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Standardized inputs, a hidden layer with dropout and a linear output, by the float kernels. */
class KernelTrainer implements NetworkTrainer<NetworkModel> {
  static final int IN = 3;
  static final int UNITS = 40;
  static final int OUT = 4;
  private static final float DELTA = 0.5f;
  private static final long KEY = CounterRandom.key(5, Purpose.DROPOUT, "hidden");

  private final Scratch scratch = new Scratch();
  private final FloatActivation activation;
  private final Loss loss;
  private final float rate;
  private final Map<String, float[]> tensors = new LinkedHashMap<>();
  private final Map<String, float[]> values = new LinkedHashMap<>();
  private int rows;

  KernelTrainer(FloatActivation activation, Loss loss, float rate) {
    this.activation = activation;
    this.loss = loss;
    this.rate = rate;
    description()
        .tensors()
        .forEach(tensor -> tensors.put(tensor.name(), random(tensor.name(), tensor.size())));
  }

  static float[] random(String name, int size) {
    float[] numbers = new float[size];
    long key = CounterRandom.key(3, Purpose.INITIALIZATION, name);
    for (int i = 0; i < size; i++) {
      numbers[i] = (float) CounterRandom.gaussian(key, i);
    }
    return numbers;
  }

  @Override
  public NetworkDescription description() {
    return NetworkDescription.network("Kernels", IN)
        .loss(loss)
        .delta(loss == Loss.HUBER ? DELTA : 1)
        .layer("pixels", "standardize")
        .statistic("pixels.mean", IN)
        .statistic("pixels.scale", IN)
        .layer("hidden", "dense")
        .with("units", UNITS)
        .with("activation", activation.name().toLowerCase(Locale.ROOT))
        .with("slope", 0.25)
        .with("alpha", 0.5)
        .modifier("dropout")
        .with("value", (double) rate)
        .weight("hidden.weights", IN, UNITS)
        .bias("hidden.bias", UNITS)
        .layer("output", "dense")
        .with("units", OUT)
        .with("activation", "linear")
        .weight("output.weights", UNITS, OUT)
        .bias("output.bias", OUT)
        .build();
  }

  @Override
  public double gradients(Batch batch, float[] gradients) {
    rows = batch.rows();
    forward(batch);
    float[] rowLoss = new float[rows];
    float[] outputGradient = new float[rows * OUT];
    lossAndGradient(batch, rowLoss, outputGradient);
    float[] hiddenGradient = hiddenGradient(outputGradient);
    write(gradients, "hidden", values.get("pixels"), hiddenGradient, IN, UNITS);
    write(gradients, "output", values.get("hidden"), outputGradient, UNITS, OUT);
    double sum = 0;
    for (float value : rowLoss) {
      sum += value;
    }
    return sum / rows;
  }

  private void forward(Batch batch) {
    float[] x = value("pixels", IN);
    StandardizeKernel.forward(
        batch.features(), tensor("pixels.mean"), tensor("pixels.scale"), x, 0, rows, IN);
    float[] dense = value("hidden.dense", UNITS);
    dense(x, "hidden", dense, IN, UNITS);
    float[] activated = value("hidden." + ActivationStep.camelCase(activation.definition()), UNITS);
    activate(dense, activated);
    float[] hidden = value("hidden", UNITS);
    float[] mask = value("hidden.mask", UNITS);
    DropoutKernel.forward(activated, mask, hidden, 0, rows, UNITS, rate, KEY, scratch);
    dense(hidden, "output", value("output", OUT), UNITS, OUT);
  }

  /** Applies the activation to [rows, UNITS]. */
  void activate(float[] dense, float[] activated) {
    activation.forward.run(dense, activated, 0, rows, UNITS, scratch);
  }

  private void dense(float[] x, String layer, float[] y, int in, int out) {
    float[] bias = tensor(layer + ".bias");
    DenseKernel.forward(x, tensor(layer + ".weights"), bias, y, 0, rows, in, out, scratch);
  }

  private void lossAndGradient(Batch batch, float[] rowLoss, float[] gradient) {
    float[] y = values.get("output");
    float[] weights = batch.weights();
    switch (loss) {
      case CROSS_ENTROPY ->
          SoftmaxCrossEntropy.lossAndGradient(
              y, batch.targets(), weights, rows, rowLoss, gradient, 0, rows, OUT, scratch);
      case HUBER ->
          Huber.lossAndGradient(
              y, batch.targets(), weights, rows, rowLoss, gradient, 0, rows, OUT, DELTA, scratch);
      default ->
          MeanAbsoluteError.lossAndGradient(
              y, batch.targets(), weights, rows, rowLoss, gradient, 0, rows, OUT, scratch);
    }
  }

  private float[] hiddenGradient(float[] outputGradient) {
    float[] gradient = new float[rows * UNITS];
    DenseKernel.inputGradient(
        outputGradient, tensor("output.weights"), gradient, 0, rows, UNITS, OUT, scratch);
    DropoutKernel.backward(values.get("hidden.mask"), gradient, 0, rows, UNITS);
    Keeps keeps = activation.definition().keeps();
    String kept =
        switch (keeps) {
          case OUTPUT -> "hidden." + ActivationStep.camelCase(activation.definition());
          case INPUT -> "hidden.dense";
          default -> "hidden";
        };
    activation.backward.run(values.get(kept), gradient, 0, rows, UNITS, scratch);
    // what the derivative does not need is not kept
    values
        .keySet()
        .removeIf(
            name ->
                name.startsWith("hidden.") && !name.equals(kept) && !name.equals("hidden.mask"));
    return gradient;
  }

  private void write(float[] gradients, String layer, float[] x, float[] dy, int in, int out) {
    int first = layer.equals("hidden") ? 0 : IN * UNITS + UNITS;
    DenseKernel.weightGradient(
        x,
        dy,
        rows,
        in,
        out,
        (panel, offset, count, s) -> System.arraycopy(panel, 0, gradients, first + offset, count),
        0,
        1,
        scratch);
    DenseKernel.biasGradient(
        dy,
        rows,
        out,
        (panel, offset, count, s) ->
            System.arraycopy(panel, 0, gradients, first + in * out + offset, count),
        0,
        1,
        scratch);
  }

  private float[] value(String name, int units) {
    values.put(name, new float[rows * units]);
    return values.get(name);
  }

  float[] tensor(String name) {
    return tensors.get(name);
  }

  /** Returns an array of the last batch. */
  float[] lastValue(String name) {
    return values.get(name);
  }

  @Override
  public float[] parameter(String name) {
    return tensor(name).clone();
  }

  @Override
  public int parameterCount() {
    return (int) description().parameterCount();
  }

  @Override
  public void inspect(ValueVisitor visitor) {
    values.forEach(
        (name, array) -> {
          float[] roomy = Arrays.copyOf(array, 2 * array.length);
          visitor.visit(name, roomy, rows, array.length / rows);
        });
  }

  @Override
  public KernelTrainer fresh(long seed) {
    throw new UnsupportedOperationException("a check needs no other trainer");
  }

  /** Returns a state without rates or strengths: those declared are in force. */
  @Override
  public TrainingState state() {
    return new TrainingState(description(), 0, 0);
  }

  @Override
  public double step(Batch batch) {
    throw new UnsupportedOperationException("a check learns nothing");
  }

  @Override
  public NetworkModel model() {
    throw new UnsupportedOperationException("a check needs no snapshot");
  }
}

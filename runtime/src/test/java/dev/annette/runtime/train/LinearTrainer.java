package dev.annette.runtime.train;

import dev.annette.L1Method;
import dev.annette.Loss;
import dev.annette.PenaltyScaling;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.DenseKernel;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.train.penalty.L1Penalty;
import dev.annette.runtime.train.penalty.L2Penalty;

/** A linear layer with a squared error, in the shape of a generated trainer. */
public final class LinearTrainer implements NetworkTrainer<LinearModel> {
  private final int inputSize;
  private final int units;
  private final Loss loss;
  private final long seed;
  private final NetworkDescription description;
  private final float[] weights; // [inputSize, units]
  private final float[] bias; // [units]
  private Hyperparameter l2;
  private Hyperparameter l1;
  private PenaltyScaling l2Scaling;
  private PenaltyScaling l1Scaling;
  private L1Method method;
  private final LearnedParameter weightsParameter;
  private final LearnedParameter biasParameter;
  private final TrainingState state;
  private int capacity;
  private float[] output = {};
  private float[] outputGradient = {};
  private float[] rowLoss = {};
  private Batch batch;
  private final RowPhase forwardAndBackward = this::forwardAndBackward;
  private final UpdatePhase update = this::update;

  public LinearTrainer(int inputSize, int units, Loss loss, long seed) {
    this.inputSize = inputSize;
    this.units = units;
    this.loss = loss;
    this.seed = seed;
    description = describe(inputSize, units, loss);
    weights = new float[inputSize * units];
    bias = new float[units];
    weightsParameter = LearnedParameter.of("output.weights", weights);
    biasParameter = LearnedParameter.of("output.bias", bias);
    state =
        new TrainingState(description, seed, 3L * inputSize * units)
            .parameters(weightsParameter, biasParameter);
  }

  /** A linear layer with one output and half squared error. */
  public static LinearTrainer halfSquared(int inputSize) {
    return new LinearTrainer(inputSize, 1, Loss.HALF_SQUARED_ERROR, 42);
  }

  static NetworkDescription describe(int inputSize, int units, Loss loss) {
    return NetworkDescription.network("test.Linear", inputSize)
        .loss(loss)
        .layer("output", "dense")
        .with("units", units)
        .weight("output.weights", inputSize, units)
        .bias("output.bias", units)
        .outputs(units)
        .build();
  }

  public LinearTrainer l2(double strength, PenaltyScaling scaling) {
    l2Scaling = scaling;
    l2 = new Hyperparameter("output", "l2", strength, rule(scaling));
    weightsParameter.penalty(new L2Penalty(l2, scaling));
    state.hyperparameters(l2);
    return this;
  }

  public LinearTrainer l1(double strength, PenaltyScaling scaling, L1Method l1Method) {
    l1Scaling = scaling;
    method = l1Method;
    l1 = new Hyperparameter("output", "l1", strength, rule(scaling));
    weightsParameter.penalty(new L1Penalty(l1, scaling, l1Method));
    state.hyperparameters(l1);
    return this;
  }

  /** Adds a penalty on the weights, which {@link #fresh} forgets. */
  public LinearTrainer penalty(PenaltyTerm term) {
    weightsParameter.penalty(term);
    state.hyperparameters(term.strength());
    return this;
  }

  /** Adds a constraint on the weights, which {@link #fresh} forgets. */
  public LinearTrainer constraint(Constraint constraint) {
    weightsParameter.constraint(constraint);
    return this;
  }

  private static NumberRule rule(PenaltyScaling scaling) {
    return scaling == PenaltyScaling.SKLEARN_LOGISTIC
        ? NumberRule.INVERSE_PENALTY
        : NumberRule.PENALTY;
  }

  LinearTrainer start(float[] startWeights, float... startBias) {
    setParameter("output.weights", startWeights);
    setParameter("output.bias", startBias);
    return this;
  }

  LinearTrainer restore(LinearModel model) {
    state.restore(model.content());
    return this;
  }

  @Override
  public NetworkDescription description() {
    return description;
  }

  @Override
  public LinearTrainer fresh(long otherSeed) {
    LinearTrainer other = new LinearTrainer(inputSize, units, loss, otherSeed);
    if (l2 != null) {
      other.l2(l2.declared(), l2Scaling);
    }
    return l1 == null ? other : other.l1(l1.declared(), l1Scaling, method);
  }

  @Override
  public TrainingState state() {
    return state;
  }

  @Override
  public double step(Batch rows) {
    differentiate(state.transform(rows));
    double dataLoss = state.dataLoss(rowLoss, rows);
    state.update(update);
    return dataLoss;
  }

  @Override
  public double gradients(Batch rows, float[] gradients) {
    differentiate(rows);
    double dataLoss = state.dataLoss(rowLoss, rows);
    state.collect(update, gradients);
    return dataLoss;
  }

  private void differentiate(Batch rows) {
    state.check(rows);
    if (rows.rows() > capacity) {
      capacity = rows.rows();
      output = new float[capacity * units];
      outputGradient = new float[capacity * units];
      rowLoss = new float[capacity];
    }
    batch = rows;
    state.forRows(rows.rows(), forwardAndBackward);
  }

  private void forwardAndBackward(int from, int to, Scratch scratch) {
    DenseKernel.forward(
        batch.features(), weights, bias, output, from, to, inputSize, units, scratch);
    float[] targets = ((Targets.Values) batch.targets()).values();
    for (int row = from; row < to; row++) {
      double weight = batch.weights() == null ? 1 : batch.weights()[row];
      double share = loss.averagesOutputs() ? 1.0 / units : 1;
      double sum = 0;
      for (int i = row * units; i < (row + 1) * units; i++) {
        sum += share * loss.value(output[i], targets[i], 1);
        outputGradient[i] =
            (float) (weight / batch.rows() * share * loss.derivative(output[i], targets[i], 1));
      }
      rowLoss[row] = (float) (weight * sum);
    }
  }

  private void update(int part, int parts, Scratch scratch) {
    DenseKernel.weightGradient(
        batch.features(),
        outputGradient,
        batch.rows(),
        inputSize,
        units,
        weightsParameter,
        part,
        parts,
        scratch);
    DenseKernel.biasGradient(
        outputGradient, batch.rows(), units, biasParameter, part, parts, scratch);
  }

  @Override
  public LinearModel model() {
    return new LinearModel(state.content());
  }

  @Override
  public void inspect(ValueVisitor visitor) {
    visitor.visit("output", output, batch.rows(), units);
  }
}

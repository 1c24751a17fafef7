package dev.annette.examples.benchmarks;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What each technique adds to a training step of 256-256-10 at 64 rows, with Adam on one thread;
 * group lasso with SGD beside plain SGD, where it sets groups to 0. The manual quotes these as
 * shares of the step without a technique.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TechniqueCost {
  /** A network with one technique. */
  public enum Technique {
    PLAIN(Regularised_PlainTrainer::create),
    L1(Regularised_WithL1Trainer::create),
    L2(Regularised_WithL2Trainer::create),
    GROUP_LASSO(Regularised_WithGroupLassoTrainer::create),
    ORTHOGONAL_PENALTY(Regularised_WithOrthogonalPenaltyTrainer::create),
    ACTIVITY_L1(Regularised_WithActivityL1Trainer::create),
    ACTIVITY_L2(Regularised_WithActivityL2Trainer::create),
    WEIGHT_DECAY(Regularised_WithWeightDecayTrainer::create),
    DROPOUT(Regularised_WithDropoutTrainer::create),
    MAX_NORM(Regularised_WithMaxNormTrainer::create),
    UNIT_NORM(Regularised_WithUnitNormTrainer::create),
    MIN_MAX_NORM(Regularised_WithMinMaxNormTrainer::create),
    NON_NEGATIVE(Regularised_WithNonNegativeTrainer::create),
    BATCH_NORM(Regularised_WithBatchNormTrainer::create),
    LAYER_NORM(Regularised_WithLayerNormTrainer::create),
    RMS_NORM(Regularised_WithRmsNormTrainer::create),
    GAUSSIAN_DROPOUT(Regularised_WithGaussianDropoutTrainer::create),
    GAUSSIAN_NOISE(Regularised_WithGaussianNoiseTrainer::create),
    ALPHA_DROPOUT(Regularised_WithAlphaDropoutTrainer::create),
    DROP_CONNECT(Regularised_WithDropConnectTrainer::create),
    SHARED_DROP_CONNECT(Regularised_WithSharedDropConnectTrainer::create),
    KL_SPARSITY(Regularised_WithKlSparsityTrainer::create),
    PLAIN_SELU(Regularised_PlainSeluTrainer::create),
    PLAIN_SIGMOID(Regularised_PlainSigmoidTrainer::create);

    private final LongFunction<NetworkTrainer<?>> network;

    Technique(LongFunction<NetworkTrainer<?>> network) {
      this.network = network;
    }
  }

  private static final int INPUTS = 256;
  private static final int ROWS = 64;
  private static final int CLASSES = 10;
  private static final int BATCHES = 16;

  /** The technique. */
  @Param public Technique technique;

  /** The optimizer. */
  @Param({"adam"})
  public String optimizer;

  private Batch[] batches;
  private NetworkTrainer<?> trainer;
  private int next;

  /** Makes the trainer and its batches. */
  @Setup(Level.Trial)
  public void prepare() {
    trainer = technique.network.apply(1);
    trainer.prepare(
        Training.online()
            .optimizer(optimizer.equals("sgd") ? Sgd.of(0.01) : Adam.of(0.001))
            .examples(60_000)
            .threads(1));
    batches = batches();
  }

  /** Returns batches of random rows with random classes. */
  static Batch[] batches() {
    Random random = new Random(2);
    Batch[] batches = new Batch[BATCHES];
    for (int i = 0; i < BATCHES; i++) {
      batches[i] = batch(random);
    }
    return batches;
  }

  private static Batch batch(Random random) {
    float[][] features = new float[ROWS][INPUTS];
    int[] labels = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < INPUTS; i++) {
        features[row][i] = (float) random.nextGaussian();
      }
      labels[row] = random.nextInt(CLASSES);
    }
    return Dataset.ofClasses(features, labels).toBatch();
  }

  /** Makes one step and returns its loss. */
  @Benchmark
  public double step() {
    next = (next + 1) % BATCHES;
    return trainer.step(batches[next]);
  }
}

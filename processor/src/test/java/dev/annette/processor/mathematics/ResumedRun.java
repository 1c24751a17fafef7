package dev.annette.processor.mathematics;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.train.Adadelta;
import dev.annette.runtime.train.Adagrad;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.AdamW;
import dev.annette.runtime.train.Adamax;
import dev.annette.runtime.train.AmsGrad;
import dev.annette.runtime.train.Callback;
import dev.annette.runtime.train.Control;
import dev.annette.runtime.train.CosineDecay;
import dev.annette.runtime.train.EarlyStopping;
import dev.annette.runtime.train.Ema;
import dev.annette.runtime.train.Ftrl;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.Lion;
import dev.annette.runtime.train.Nadam;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.ReduceOnPlateau;
import dev.annette.runtime.train.Resumption;
import dev.annette.runtime.train.RmsProp;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.StepDecay;
import dev.annette.runtime.train.Swa;
import dev.annette.runtime.train.Training;
import dev.annette.runtime.train.WarmUp;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A program that trains generated networks, cut off after a batch or going on from there, and
 * prints a digest of all that a run leaves. Its networks are on the class path.
 */
final class ResumedRun {
  /** With batch, layer and root mean square normalisation and with none; each with its noise. */
  static final String[][] NETWORKS = {
    {
      "@Standardize Layer inputs;",
      "@Dense(units = 6, activation = TANH, bias = false) @L2(1) @BatchNorm @Dropout(0.3) Layer a;",
      "@Dense(units = 3) @L1(0.1) Layer output;"
    },
    {
      "@Dropout(0.1) Layer inputs;",
      "@Dense(units = 6, activation = RELU) @ActivityL1(0.01) @LayerNorm @GaussianNoise(0.1) Layer"
          + " a;",
      "@Dense(units = 3) @MaxNorm(2) Layer output;"
    },
    {
      "@Dense(units = 6, activation = SIGMOID) @KlSparsity(0.1) @DropConnect(0.3) Layer a;",
      "@Dense(units = 5) @RmsNorm @GaussianDropout(0.2) Layer b;",
      "@Dense(units = 3) Layer output;"
    },
    {
      "@Standardize Layer inputs;",
      "@Dense(units = 6, activation = SELU) @Init(LECUN_NORMAL) @AlphaDropout(0.1) Layer a;",
      "@Dense(units = 3) @WeightDecay(0.01) Layer output;"
    }
  };

  private static final List<Optimizer> OPTIMIZERS =
      List.of(
          Sgd.of(0.05),
          Sgd.momentum(0.02, 0.9),
          Sgd.nesterov(0.02, 0.9),
          RmsProp.of(0.005),
          Adam.of(0.01),
          AdamW.of(0.01),
          Adagrad.of(0.05),
          Adadelta.of(1),
          Adamax.of(0.01),
          Nadam.of(0.01),
          AmsGrad.of(0.01),
          Lion.of(0.002),
          Ftrl.of(0.1));

  /** Every optimizer with every network. */
  static final int RUNS = OPTIMIZERS.size() * NETWORKS.length;

  private static final int EPOCHS = 4;
  private static final int BATCHES = 3;
  private static final int SEED = 9;
  private static final Dataset ROWS = rows();

  private ResumedRun() {}

  /**
   * Takes {@code cut} or {@code resume}, a directory, and numbers of runs and batches, {@code 3:7}.
   * Prints a digest for each of the numbers: of the run without a break, or of what went on.
   */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Path directory = Path.of(arguments[1]);
    for (String cut : Arrays.asList(arguments).subList(2, arguments.length)) {
      int run = Integer.parseInt(cut.split(":")[0]);
      int batch = Integer.parseInt(cut.split(":")[1]);
      Training kept =
          training(run).resumable(Resumption.in(directory.resolve(run + "-" + batch + ".run")));
      if (arguments[0].equals("cut")) {
        trainer(run).fit(ROWS, kept.callback(interruptAfter(batch)));
        Thread.interrupted();
        System.out.println(cut + " " + digest(run, training(run)));
      } else {
        System.out.println(cut + " " + digest(run, kept));
      }
    }
  }

  /** Returns the number of batches that a run may be cut after. */
  static int batches() {
    return EPOCHS * BATCHES - 1;
  }

  static String network(int index) {
    return "resumed.Net" + index;
  }

  private static NetworkTrainer<?> trainer(int run) throws ReflectiveOperationException {
    Class<?> type = Class.forName(network(run % NETWORKS.length) + "Trainer");
    return (NetworkTrainer<?>) type.getMethod("create", long.class).invoke(null, (long) SEED);
  }

  private static Dataset rows() {
    Random random = new Random(SEED);
    float[] features = Sample.numbers(random, 40 * 4, 2);
    return Dataset.ofClasses(features, 40, random.ints(40, 0, 3).toArray());
  }

  private static Training training(int run) {
    Optimizer optimizer = OPTIMIZERS.get(run / NETWORKS.length);
    Training training =
        Training.epochs(EPOCHS).batchSize(11).optimizer(optimizer).validationSplit(0.2).threads(1);
    int turn = run + run / NETWORKS.length;
    training = scheduled(training, optimizer.rateMayChange() ? turn % 5 : 0);
    training = averaged(training, turn % 3);
    training = turn % 2 == 0 ? training.earlyStopping(stopping()) : training;
    return switch (turn % 7) {
      case 1 -> training.mixup(0.2);
      case 2 -> training.labelSmoothing(0.1).clipGlobalNorm(0.5);
      case 3 -> training.balancedClassWeights().clipValue(0.1);
      case 4 -> training.shuffle(false);
      default -> training;
    };
  }

  private static EarlyStopping stopping() {
    return EarlyStopping.defaults().withPatience(2).withMonitor("accuracy");
  }

  private static Training scheduled(Training training, int kind) {
    return switch (kind) {
      case 1 -> training.learningRate(CosineDecay.overRun().perStep());
      case 2 -> training.learningRate(WarmUp.over(4).perStep(), StepDecay.every(2, 0.5));
      case 3 -> training.reduceOnPlateau(ReduceOnPlateau.defaults().withPatience(1));
      case 4 -> training.learningRate(time -> 1 / (1.0 + time));
      default -> training;
    };
  }

  private static Training averaged(Training training, int kind) {
    return switch (kind) {
      case 1 -> training.averaging(Ema.of(0.7));
      case 2 -> training.averaging(Swa.from(2));
      default -> training;
    };
  }

  private static Callback interruptAfter(int batches) {
    return new Callback() {
      @Override
      public void onStep(double dataLoss, Control control) {
        if (control.steps() == batches) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  /** Trains, and returns a digest of history, tensors, the end and two steps after it. */
  private static String digest(int run, Training training) throws ReflectiveOperationException {
    NetworkTrainer<?> trainer = trainer(run);
    History history = trainer.fit(ROWS, training);
    long hash = history.end().describe().hashCode();
    for (EpochRecord epoch : history.epochs()) {
      hash = 31 * hash + epoch.hashCode();
    }
    hash = 31 * hash + bits(trainer);
    trainer.fit(ROWS, Training.steps(2).batchSize(20).optimizer(OPTIMIZERS.get(run / 4)));
    return Long.toHexString(31 * hash + bits(trainer));
  }

  private static long bits(NetworkTrainer<?> trainer) {
    float[] outputs = new float[3];
    trainer.model().predictor().predict(ROWS.row(0), outputs);
    long hash = Arrays.hashCode(outputs);
    float[] parameters = new float[trainer.parameterCount()];
    trainer.getParameters(parameters);
    return 31 * (31 * hash + Arrays.hashCode(parameters)) + trainer.state().steps();
  }
}

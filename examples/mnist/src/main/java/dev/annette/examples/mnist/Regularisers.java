package dev.annette.examples.mnist;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.L1;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.MaxNorm;
import dev.annette.Network;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.train.CosineDecay;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The comparison of Srivastava et al. (2014), table 9, on 5,000 images of MNIST and a network of
 * two hidden layers: one network under different regularisers. Errors of the paper, with all images
 * and a larger network: L2 1.62 %, L2 + L1 1.60, max-norm 1.35, dropout + L2 1.25, dropout +
 * max-norm 1.05. On 5,000 images the first three are equal within chance; dropout is what makes the
 * difference, and a bound goes with it better than L2 does.
 */
public final class Regularisers {
  static final int TRAINING_IMAGES = 5000;
  private static final int EPOCHS = 40;

  private Regularisers() {}

  /** Squares of the weights. */
  @Network(
      input = {28, 28},
      loss = Loss.CROSS_ENTROPY,
      scaling = PenaltyScaling.PYTORCH)
  static class Squared {
    @Dense(units = 512, activation = RELU)
    @L2(1e-3)
    Layer first;

    @Dense(units = 512, activation = RELU)
    @L2(1e-3)
    Layer second;

    @Dense(units = 10)
    @L2(1e-3)
    Layer output;
  }

  /** Squares and magnitudes. */
  @Network(
      input = {28, 28},
      loss = Loss.CROSS_ENTROPY,
      scaling = PenaltyScaling.PYTORCH)
  static class SquaredAndAbsolute {
    @Dense(units = 512, activation = RELU)
    @L2(1e-3)
    @L1(1e-5)
    Layer first;

    @Dense(units = 512, activation = RELU)
    @L2(1e-3)
    @L1(1e-5)
    Layer second;

    @Dense(units = 10)
    @L2(1e-3)
    @L1(1e-5)
    Layer output;
  }

  /** A bound on what enters every unit. */
  @Network(
      input = {28, 28},
      loss = Loss.CROSS_ENTROPY)
  static class Bounded {
    @Dense(units = 512, activation = RELU)
    @MaxNorm(1)
    Layer first;

    @Dense(units = 512, activation = RELU)
    @MaxNorm(1)
    Layer second;

    @Dense(units = 10)
    Layer output;
  }

  /** Dropout and squares. */
  @Network(
      input = {28, 28},
      loss = Loss.CROSS_ENTROPY,
      scaling = PenaltyScaling.PYTORCH)
  static class DroppedAndSquared {
    @Dropout(0.2)
    Layer pixels;

    @Dense(units = 512, activation = RELU)
    @L2(1e-5)
    @Dropout(0.5)
    Layer first;

    @Dense(units = 512, activation = RELU)
    @L2(1e-5)
    @Dropout(0.5)
    Layer second;

    @Dense(units = 10)
    @L2(1e-5)
    Layer output;
  }

  /** Dropout and a bound. */
  @Network(
      input = {28, 28},
      loss = Loss.CROSS_ENTROPY)
  static class DroppedAndBounded {
    @Dropout(0.2)
    Layer pixels;

    @Dense(units = 512, activation = RELU)
    @MaxNorm(2)
    @Dropout(0.5)
    Layer first;

    @Dense(units = 512, activation = RELU)
    @MaxNorm(2)
    @Dropout(0.5)
    Layer second;

    @Dense(units = 10)
    Layer output;
  }

  private static Map<String, LongFunction<NetworkTrainer<?>>> networks() {
    Map<String, LongFunction<NetworkTrainer<?>>> networks = new LinkedHashMap<>();
    networks.put("L2", Regularisers_SquaredTrainer::create);
    networks.put("L2 + L1", Regularisers_SquaredAndAbsoluteTrainer::create);
    networks.put("max-norm", Regularisers_BoundedTrainer::create);
    networks.put("dropout + L2", Regularisers_DroppedAndSquaredTrainer::create);
    networks.put("dropout + max-norm", Regularisers_DroppedAndBoundedTrainer::create);
    return networks;
  }

  /** Prints the errors; the first argument, if any, is the folder of the files. */
  public static void main(String[] arguments) throws IOException {
    Optional<MnistFiles> files = MnistFiles.find(arguments.length > 0 ? arguments[0] : null);
    if (files.isEmpty()) {
      System.err.println(MnistFiles.how());
      System.exit(1);
    }
    errors(files.get(), 1)
        .forEach(
            (name, error) -> System.out.printf(Locale.ROOT, "%-20s %.2f %%%n", name, 100 * error));
  }

  /** Returns the share of the test images that each network gets wrong, the mean of some seeds. */
  static Map<String, Double> errors(MnistFiles files, int seeds) throws IOException {
    Dataset images = files.training();
    Dataset training =
        images.stratifiedSplit((double) TRAINING_IMAGES / images.rows(), 1).validation();
    Dataset unseen = files.test();
    Map<String, Double> errors = new LinkedHashMap<>();
    networks()
        .forEach(
            (name, network) -> {
              double sum = 0;
              for (int seed = 1; seed <= seeds; seed++) {
                sum += error(network.apply(seed), training, unseen);
              }
              errors.put(name, sum / seeds);
            });
    return errors;
  }

  private static double error(NetworkTrainer<?> trainer, Dataset images, Dataset unseen) {
    trainer.fit(
        images,
        Training.epochs(EPOCHS)
            .batchSize(100)
            .metrics(false)
            .optimizer(Sgd.momentum(0.05, 0.9))
            .learningRate(CosineDecay.overRun()));
    return 1 - Evaluation.of(trainer.model(), unseen).metrics().get("accuracy");
  }
}

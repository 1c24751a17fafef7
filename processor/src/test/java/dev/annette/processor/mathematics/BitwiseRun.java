package dev.annette.processor.mathematics;

import dev.annette.runtime.Annette;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.Predictor;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.AdamW;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.RmsProp;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import dev.annette.runtime.uncertainty.MonteCarloPrediction;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * A program that trains generated networks and prints a digest of all bits, for runs in different
 * JVMs. Its classes are on the class path; the arguments are the networks' names.
 */
final class BitwiseRun {
  private static final int ROWS = 126;

  /** Does not divide the rows: every fourth batch has 15. */
  private static final int BATCH = 37;

  private static final int STEPS = 20;

  private static final List<Optimizer> OPTIMIZERS =
      List.of(
          Sgd.of(0.05),
          Sgd.momentum(0.02, 0.9),
          Sgd.nesterov(0.02, 0.9),
          RmsProp.of(0.002),
          Adam.of(0.005),
          AdamW.of(0.005));

  private BitwiseRun() {}

  /** Prints the kernels, then a line for every network and number of threads, then the threads. */
  public static void main(String[] networks) throws ReflectiveOperationException {
    System.out.println(Annette.environment().kernels());
    for (int i = 0; i < networks.length; i++) {
      for (int threads : new int[] {1, 2, 4}) {
        NetworkTrainer<?> trainer = trainer(networks[i]);
        Training training =
            Training.steps(STEPS)
                .batchSize(BATCH)
                .threads(threads)
                .optimizer(OPTIMIZERS.get(i % OPTIMIZERS.size()));
        String digest = digest(trainer, rows(trainer), training);
        System.out.println(networks[i] + " " + threads + " " + digest);
      }
    }
    System.out.println(
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("annette-worker"))
            .map(Thread::getName)
            .distinct()
            .count());
  }

  private static NetworkTrainer<?> trainer(String network) throws ReflectiveOperationException {
    Class<?> type = Class.forName(network + "Trainer");
    return (NetworkTrainer<?>) type.getMethod("create", long.class).invoke(null, 7L);
  }

  private static Dataset rows(NetworkTrainer<?> trainer) {
    Random random = new Random(3);
    int outputs = trainer.description().outputs();
    float[] features = Sample.numbers(random, ROWS * trainer.description().inputSize(), 2);
    return switch (trainer.description().loss()) {
      case CROSS_ENTROPY ->
          Dataset.ofClasses(features, ROWS, random.ints(ROWS, 0, outputs).toArray());
      case BINARY_CROSS_ENTROPY ->
          Dataset.ofValues(features, ROWS, Sample.shares(random, ROWS * outputs));
      default -> Dataset.ofValues(features, ROWS, Sample.numbers(random, ROWS * outputs, 1));
    };
  }

  /** Trains, and returns a digest of losses, parameters, predictions and noisy ones. */
  private static String digest(NetworkTrainer<?> trainer, Dataset rows, Training training) {
    History history = trainer.fit(rows, training);
    float[] parameters = new float[trainer.parameterCount()];
    trainer.getParameters(parameters);
    MessageDigest digest = sha256();
    history.epochs().forEach(epoch -> digest.update(bytes(epoch.dataLoss(), epoch.penalty())));
    digest.update(bytes(parameters));
    digest.update(bytes(predictions(trainer, rows)));
    digest.update(bytes(samples(trainer.predictMonteCarlo(rows, 3, 11))));
    prune(trainer);
    digest.update(bytes(predictions(trainer, rows)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static float[] predictions(NetworkTrainer<?> trainer, Dataset rows) {
    int outputs = trainer.description().outputs();
    Predictor predictor = trainer.model().predictor();
    float[] together = new float[ROWS * outputs];
    predictor.predict(rows.toBatch().features(), ROWS, together);
    float[] alone = new float[outputs];
    for (int row = 0; row < ROWS; row++) {
      predictor.predict(rows.row(row), alone);
      if (!Arrays.equals(alone, Arrays.copyOfRange(together, row * outputs, (row + 1) * outputs))) {
        throw new AssertionError("row " + row + " alone differs from the same row in a batch");
      }
    }
    float[] pruned = new float[ROWS * outputs];
    trainer.model().pruned().predictor().predict(rows.toBatch().features(), ROWS, pruned);
    if (!Arrays.equals(pruned, together)) {
      throw new AssertionError("the pruned model differs");
    }
    return together;
  }

  /** Leaves one learned number in thirty. */
  private static void prune(NetworkTrainer<?> trainer) {
    float[] parameters = new float[trainer.parameterCount()];
    trainer.getParameters(parameters);
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = i % 30 == 0 ? parameters[i] : 0;
    }
    trainer.setParameters(parameters);
  }

  private static float[] samples(MonteCarloPrediction prediction) {
    float[] samples = new float[ROWS * 3];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = prediction.sample(i / 3, i % 3, 1);
    }
    return samples;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] bytes(double... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * numbers.length);
    bytes.asDoubleBuffer().put(numbers);
    return bytes.array();
  }

  private static byte[] bytes(float[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length);
    bytes.asFloatBuffer().put(numbers);
    return bytes.array();
  }
}

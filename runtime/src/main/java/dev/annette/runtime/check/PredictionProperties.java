package dev.annette.runtime.check;

import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A row has one prediction, whoever asks and whatever else is asked. */
final class PredictionProperties {
  private static final int THREADS = 8;
  private static final int TURNS = 25;
  private static final String PREDICTIONS = "predictions";

  static final List<ModelProperty> ALL =
      List.of(
          new ModelProperty(
              "a row alone is predicted as among others", PredictionProperties::rowByRow),
          new ModelProperty(
              THREADS + " threads predict what one does", PredictionProperties::threads),
          new ModelProperty("pruned, the same predictions", PredictionProperties::pruned));

  private PredictionProperties() {}

  private static String rowByRow(ModelTrial trial) {
    Predictor predictor = trial.trained(1).model().predictor();
    float[] expected = trial.predictions(predictor);
    SameBits.require(PREDICTIONS, expected, rowByRow(trial, predictor));
    return trial.data().rows() + " rows";
  }

  /** Returns the predictions of all rows, each asked for by itself. */
  private static float[] rowByRow(ModelTrial trial, Predictor predictor) {
    int width = trial.network().outputs();
    float[] one = new float[width];
    float[] all = new float[trial.data().rows() * width];
    for (int row = 0; row < trial.data().rows(); row++) {
      predictor.predict(trial.data().row(row), one);
      System.arraycopy(one, 0, all, row * width, width);
    }
    return all;
  }

  private static String pruned(ModelTrial trial) {
    NetworkModel model = trial.trained(1).model();
    float[] expected = trial.predictions(model);
    SameBits.require(PREDICTIONS, expected, trial.predictions(model.pruned()));
    return expected.length + " predictions";
  }

  private static String threads(ModelTrial trial) throws InterruptedException, ExecutionException {
    NetworkModel model = trial.trained(1).model();
    float[] expected = trial.predictions(model);
    CountDownLatch start = new CountDownLatch(THREADS);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<float[]>> answers = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        answers.add(pool.submit(() -> wrong(trial, model, expected, start)));
      }
      for (Future<float[]> answer : answers) {
        SameBits.require(PREDICTIONS, expected, answer.get());
      }
    } finally {
      pool.shutdownNow();
    }
    return "%d predictions each".formatted(TURNS * trial.data().rows());
  }

  /** Returns the first predictions of a thread that are not as expected, or else the last. */
  private static float[] wrong(
      ModelTrial trial, NetworkModel model, float[] expected, CountDownLatch start)
      throws InterruptedException {
    Predictor predictor = model.predictor();
    start.countDown();
    start.await();
    float[] found = expected;
    for (int turn = 0; turn < TURNS && Arrays.equals(expected, found); turn++) {
      found = rowByRow(trial, predictor);
    }
    return found;
  }
}

package dev.annette.examples.benchmarks;

import dev.annette.examples.benchmarks.task.Session;
import dev.annette.examples.benchmarks.task.Task;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Predictions of rows that lie in memory; with more threads each takes a share of a batch. */
final class PredictionSession implements Session {
  private final NetworkModel model;
  private final int outputs;
  private final Share[][] batches;
  private final ExecutorService others;
  private final Future<?>[] pending;

  PredictionSession(NetworkModel model, Task task, int threads) {
    this.model = model;
    outputs = task.perceptron().outputs();
    int shares = Math.min(threads, task.rows());
    batches = new Share[task.batches()][shares];
    Predictor[] predictors = new Predictor[shares];
    for (int share = 0; share < shares; share++) {
      predictors[share] = model.predictor();
    }
    for (int batch = 0; batch < batches.length; batch++) {
      for (int share = 0; share < shares; share++) {
        batches[batch][share] = Share.of(task, batch, share, predictors);
      }
    }
    pending = new Future<?>[shares - 1];
    others =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "prediction");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void run(int batch) {
    Share[] shares = batches[batch];
    for (int other = 0; other < pending.length; other++) {
      pending[other] = others.submit(shares[other + 1]);
    }
    shares[0].run();
    for (Future<?> share : pending) {
      try {
        share.get();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public double loss(int batch) {
    throw new UnsupportedOperationException("a prediction has no loss");
  }

  @Override
  public float[] predict(float[] features, int rows) {
    float[] predicted = new float[rows * outputs];
    model.predictor().predict(features, rows, predicted);
    return predicted;
  }

  @Override
  public void close() {
    others.shutdown();
  }

  /**
   * Neighbouring rows of a batch, for one thread.
   *
   * @param features {@code [rows, inputs]}
   * @param predicted {@code [rows, outputs]}
   */
  private record Share(Predictor predictor, float[] features, int rows, float[] predicted)
      implements Runnable {

    static Share of(Task task, int batch, int share, Predictor[] predictors) {
      int inputs = task.perceptron().inputs();
      int first = share * task.rows() / predictors.length;
      int end = (share + 1) * task.rows() / predictors.length;
      float[] features = Arrays.copyOfRange(task.features(batch), first * inputs, end * inputs);
      return new Share(
          predictors[share],
          features,
          end - first,
          new float[(end - first) * task.perceptron().outputs()]);
    }

    @Override
    public void run() {
      if (rows == 1) {
        predictor.predict(features, predicted);
      } else {
        predictor.predict(features, rows, predicted);
      }
    }
  }
}

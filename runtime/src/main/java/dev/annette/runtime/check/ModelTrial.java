package dev.annette.runtime.check;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.util.stream.IntStream;

/** One network and the rows that its properties are tried with. */
final class ModelTrial {
  /** The most rows that are used. */
  static final int ROWS = 256;

  /** The most rows of a batch whose gradient is computed in double precision. */
  private static final int BATCH_ROWS = 7;

  private final NetworkTrainer<?> trainer;
  private final Dataset data;
  private final Training training;

  ModelTrial(NetworkTrainer<?> trainer, Dataset data, Training training) {
    this.trainer = trainer;
    this.data = first(data, ROWS);
    this.training = training;
  }

  private static Dataset first(Dataset data, int rows) {
    return data.select(IntStream.range(0, Math.min(rows, data.rows())).toArray());
  }

  NetworkDescription network() {
    return trainer.description();
  }

  Dataset data() {
    return data;
  }

  /** Returns the first few rows. */
  Dataset few() {
    return first(data, BATCH_ROWS);
  }

  /** Returns a trainer with the seed of the one given, ready for steps. */
  NetworkTrainer<?> fresh() {
    NetworkTrainer<?> fresh = trainer.fresh(trainer.state().seed());
    fresh.fitInputs(data);
    fresh.prepare(Training.online().examples(data.rows()).batchSize(BATCH_ROWS));
    return fresh;
  }

  /** Returns a trainer with the seed of the one given that has learned from all rows. */
  NetworkTrainer<?> trained(int threads) {
    return learned(trainer.fresh(trainer.state().seed()), threads);
  }

  /** Makes a trainer learn from all rows, and returns it. */
  NetworkTrainer<?> learned(NetworkTrainer<?> learner, int threads) {
    learner.fit(data, training.threads(threads));
    return learner;
  }

  /** Returns the features of all rows, {@code [rows, inputSize]}. */
  float[] features() {
    return data.toBatch().features();
  }

  /** Returns what a model predicts for all rows, {@code [rows, outputs]}. */
  float[] predictions(NetworkModel model) {
    return predictions(model.predictor());
  }

  /** Returns what a predictor predicts for all rows, {@code [rows, outputs]}. */
  float[] predictions(Predictor predictor) {
    float[] outputs = new float[data.rows() * network().outputs()];
    predictor.predict(features(), data.rows(), outputs);
    return outputs;
  }

  /** Returns a few rows as a batch. */
  Batch batch() {
    return few().toBatch();
  }

  /** Returns all that a trainer has learned. */
  static float[] parameters(NetworkTrainer<?> of) {
    float[] parameters = new float[of.parameterCount()];
    of.getParameters(parameters);
    return parameters;
  }
}

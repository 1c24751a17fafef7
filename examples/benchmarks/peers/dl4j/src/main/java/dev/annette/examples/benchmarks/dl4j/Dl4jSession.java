package dev.annette.examples.benchmarks.dl4j;

import dev.annette.examples.benchmarks.task.Session;
import dev.annette.examples.benchmarks.task.Task;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Training steps, or predictions, of a network of DL4J on arrays that are there before. */
final class Dl4jSession implements Session {
  private final MultiLayerNetwork network;
  private final boolean training;
  private final INDArray[] features;
  private final INDArray[] targets;

  Dl4jSession(Task task, MultiLayerNetwork network) {
    this.network = network;
    training = task.training();
    features = new INDArray[task.batches()];
    targets = new INDArray[task.batches()];
    for (int batch = 0; batch < features.length; batch++) {
      features[batch] =
          Dl4jLibrary.matrix(task.features(batch), task.rows(), task.perceptron().inputs());
      targets[batch] =
          Dl4jLibrary.matrix(targets(task, batch), task.rows(), task.perceptron().outputs());
    }
  }

  /** Returns numbers, or a 1 in the column of each class. */
  private static float[] targets(Task task, int batch) {
    if (!task.perceptron().classes()) {
      return task.targets(batch);
    }
    int outputs = task.perceptron().outputs();
    float[] columns = new float[task.rows() * outputs];
    int[] classes = task.classes(batch);
    for (int row = 0; row < classes.length; row++) {
      columns[row * outputs + classes[row]] = 1;
    }
    return columns;
  }

  @Override
  public void run(int batch) {
    if (training) {
      network.fit(features[batch], targets[batch]);
    } else {
      network.output(features[batch], false);
    }
  }

  @Override
  public double loss(int batch) {
    double penalty = network.calcRegularizationScore(true);
    run(batch);
    return network.score() - penalty;
  }

  @Override
  public float[] predict(float[] rows, int count) {
    INDArray inputs = Dl4jLibrary.matrix(rows, count, rows.length / count);
    return network.output(inputs, false).dup('c').data().asFloat();
  }
}

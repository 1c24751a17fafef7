package dev.annette.examples.benchmarks.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import dev.annette.examples.benchmarks.task.Task;
import java.nio.FloatBuffer;

/** The numbers of a task as arrays of DJL. */
final class Rows {
  private Rows() {}

  /** Returns the features of every batch, {@code [rows, inputs]}. */
  static NDList[] features(Task task, NDManager manager) {
    NDList[] features = new NDList[task.batches()];
    for (int batch = 0; batch < features.length; batch++) {
      features[batch] = new NDList(features(task.features(batch), task.rows(), manager));
    }
    return features;
  }

  static NDArray features(float[] values, int rows, NDManager manager) {
    return manager.create(values, new Shape(rows, values.length / rows));
  }

  /** Returns the targets of every batch: {@code [rows]} classes or {@code [rows, 1]} numbers. */
  static NDList[] targets(Task task, NDManager manager) {
    NDList[] targets = new NDList[task.batches()];
    for (int batch = 0; batch < targets.length; batch++) {
      NDArray array =
          task.perceptron().classes()
              ? manager.create(task.classes(batch))
              : manager.create(task.targets(batch), new Shape(task.rows(), 1));
      targets[batch] = new NDList(array);
    }
    return targets;
  }

  /** Sets the initial weights, {@code [out, in]}, and biases. */
  static void setWeights(SequentialBlock block, Task task) {
    int layer = 0;
    float[] biases = null;
    for (Parameter parameter : block.getParameters().values()) {
      if (biases == null) {
        parameter.getArray().set(FloatBuffer.wrap(task.transposedWeights(layer)));
        biases = task.biases(layer);
      } else {
        parameter.getArray().set(FloatBuffer.wrap(biases));
        biases = null;
        layer++;
      }
    }
  }
}

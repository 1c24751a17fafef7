package dev.annette.examples.benchmarks.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.ParameterStore;
import dev.annette.examples.benchmarks.task.Session;
import dev.annette.examples.benchmarks.task.Task;

/** Predictions by the blocks of DJL, without a translator between. */
final class DjlPrediction implements Session {
  private final Model model = Model.newInstance("perceptron");
  private final SequentialBlock block;
  private final NDManager manager;
  private final ParameterStore parameters;
  private final NDList[] features;
  private final boolean classes;

  DjlPrediction(Task task) {
    classes = task.perceptron().classes();
    block = DjlLibrary.block(task.perceptron().withoutDropout());
    model.setBlock(block);
    manager = model.getNDManager();
    block.initialize(manager, DataType.FLOAT32, new Shape(task.rows(), task.perceptron().inputs()));
    Rows.setWeights(block, task);
    block.freezeParameters(true);
    parameters = new ParameterStore(manager, false);
    features = Rows.features(task, manager);
  }

  @Override
  public void run(int batch) {
    try (NDManager step = manager.newSubManager()) {
      features[batch].tempAttach(step);
      outputs(features[batch]);
    }
  }

  private NDArray outputs(NDList rows) {
    NDArray outputs = block.forward(parameters, rows, false).get(0);
    return classes ? outputs.softmax(1) : outputs;
  }

  @Override
  public double loss(int batch) {
    throw new UnsupportedOperationException("a prediction has no loss");
  }

  @Override
  public float[] predict(float[] rows, int count) {
    try (NDManager step = manager.newSubManager()) {
      return outputs(new NDList(Rows.features(rows, count, step))).toFloatArray();
    }
  }

  @Override
  public void close() {
    model.close();
  }
}

package dev.annette.examples.benchmarks.dl4j;

import dev.annette.examples.benchmarks.task.Contender;
import dev.annette.examples.benchmarks.task.Library;
import dev.annette.examples.benchmarks.task.Perceptron;
import dev.annette.examples.benchmarks.task.Session;
import dev.annette.examples.benchmarks.task.Task;
import java.io.IOException;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossL2;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** Deeplearning4j. */
final class Dl4jLibrary implements Library {
  private static final String VERSION = "1.0.0-M2.1";

  private Dl4jLibrary() {}

  /** Serves a task. */
  public static void main(String[] arguments) throws IOException {
    Contender.serve(new Dl4jLibrary(), arguments);
  }

  @Override
  public String describe() {
    return "DL4J "
        + VERSION
        + ", "
        + Nd4j.getExecutioner().getEnvironmentInformation().getProperty("blas.vendor");
  }

  @Override
  public Session begin(Task task, int threads) {
    if (task.perceptron().momentum() > 0) {
      throw new IllegalArgumentException("DL4J knows no momentum but Nesterov's");
    }
    return new Dl4jSession(task, network(task));
  }

  private static MultiLayerNetwork network(Task task) {
    Perceptron perceptron = task.perceptron();
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .updater(updater(perceptron))
            .l2(perceptron.l2())
            .list();
    for (int layer = 0; layer < perceptron.layers(); layer++) {
      layers.layer(layer(perceptron, layer));
    }
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    for (int layer = 0; layer < perceptron.layers(); layer++) {
      int in = perceptron.widths()[layer];
      int out = perceptron.widths()[layer + 1];
      network.setParam(layer + "_W", matrix(task.weights(layer), in, out));
      network.setParam(layer + "_b", matrix(task.biases(layer), 1, out));
    }
    return network;
  }

  /** Returns a layer; it drops its inputs, and is told the share that it keeps. */
  private static FeedForwardLayer layer(Perceptron perceptron, int layer) {
    boolean isLast = layer == perceptron.layers() - 1;
    FeedForwardLayer.Builder<?> builder =
        isLast
            ? new OutputLayer.Builder(loss(perceptron))
                .activation(perceptron.classes() ? Activation.SOFTMAX : Activation.IDENTITY)
            : new DenseLayer.Builder().activation(Activation.RELU);
    builder.nIn(perceptron.widths()[layer]).nOut(perceptron.widths()[layer + 1]);
    if (layer > 0 && perceptron.dropout() > 0) {
      builder.dropOut(1 - perceptron.dropout());
    }
    return builder.build();
  }

  private static ILossFunction loss(Perceptron perceptron) {
    return perceptron.classes() ? new LossMCXENT() : new LossL2(matrix(new float[] {0.5f}, 1, 1));
  }

  private static IUpdater updater(Perceptron perceptron) {
    return perceptron.adam()
        ? new Adam(perceptron.rate(), 0.9, 0.999, 1e-8)
        : new Sgd(perceptron.rate());
  }

  /** Returns numbers as a matrix by rows. */
  static INDArray matrix(float[] values, int rows, int columns) {
    return Nd4j.create(values, new long[] {rows, columns}, 'c');
  }
}

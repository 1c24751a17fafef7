package dev.annette.examples.benchmarks.onnx;

import dev.annette.examples.benchmarks.task.Perceptron;
import dev.annette.examples.benchmarks.task.Task;

/**
 * The network of a task as an ONNX file: Gemm and Relu for every layer, Softmax for classes. Field
 * numbers are those of {@code onnx.proto}.
 */
final class OnnxModel {
  static final String INPUT = "input";
  static final String OUTPUT = "output";

  private static final int IR_VERSION = 8;
  private static final int OPERATORS = 13;
  private static final int FLOAT = 1;

  private OnnxModel() {}

  static byte[] of(Task task) {
    Perceptron perceptron = task.perceptron();
    ProtoMessage graph = new ProtoMessage();
    String value = INPUT;
    for (int layer = 0; layer < perceptron.layers(); layer++) {
      boolean isLast = layer == perceptron.layers() - 1;
      String product = isLast && !perceptron.classes() ? OUTPUT : "product" + layer;
      graph.message(1, node("Gemm", product, value, "weights" + layer, "biases" + layer));
      value = product;
      if (!isLast) {
        graph.message(1, node("Relu", "relu" + layer, value));
        value = "relu" + layer;
      } else if (perceptron.classes()) {
        graph.message(1, node("Softmax", OUTPUT, value));
      }
    }
    graph.text(2, "perceptron");
    for (int layer = 0; layer < perceptron.layers(); layer++) {
      int in = perceptron.widths()[layer];
      int out = perceptron.widths()[layer + 1];
      graph.message(5, tensor("weights" + layer, task.weights(layer), in, out));
      graph.message(5, tensor("biases" + layer, task.biases(layer), out));
    }
    graph.message(11, rows(INPUT, perceptron.inputs()));
    graph.message(12, rows(OUTPUT, perceptron.outputs()));
    return new ProtoMessage()
        .number(1, IR_VERSION)
        .message(7, graph)
        .message(8, new ProtoMessage().text(1, "").number(2, OPERATORS))
        .toBytes();
  }

  private static ProtoMessage node(String operator, String output, String... inputs) {
    ProtoMessage node = new ProtoMessage();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(4, operator);
  }

  private static ProtoMessage tensor(String name, float[] values, int... shape) {
    ProtoMessage tensor = new ProtoMessage();
    for (int size : shape) {
      tensor.number(1, size);
    }
    return tensor.number(2, FLOAT).text(8, name).floats(9, values);
  }

  /** Returns the type of {@code [any, width]} floats. */
  private static ProtoMessage rows(String name, int width) {
    ProtoMessage shape =
        new ProtoMessage()
            .message(1, new ProtoMessage().text(2, "rows"))
            .message(1, new ProtoMessage().number(1, width));
    ProtoMessage type = new ProtoMessage().number(1, FLOAT).message(2, shape);
    return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, type));
  }
}

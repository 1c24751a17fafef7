package dev.annette.examples.benchmarks.task;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What is timed: training steps of a perceptron, or its predictions. Lies in a folder as {@code
 * task.properties} and files of little-endian floats.
 *
 * @param name the workload
 * @param perceptron what learns or predicts
 * @param training whether steps are timed, else predictions
 * @param rows of a step or of a prediction
 * @param weights for each layer {@code [in, out]} and then {@code [out]} biases
 * @param features {@code [batches, rows, inputs]}
 * @param targets a class or number for each row
 */
public record Task(
    String name,
    Perceptron perceptron,
    boolean training,
    int rows,
    float[] weights,
    float[] features,
    float[] targets) {

  /** Returns the number of batches that take turns. */
  public int batches() {
    return features.length / (rows * perceptron.inputs());
  }

  /** Returns {@code [rows, inputs]} of a batch. */
  public float[] features(int batch) {
    int size = rows * perceptron.inputs();
    return Arrays.copyOfRange(features, batch * size, (batch + 1) * size);
  }

  /** Returns {@code [rows]} of a batch. */
  public float[] targets(int batch) {
    return Arrays.copyOfRange(targets, batch * rows, (batch + 1) * rows);
  }

  /** Returns the classes of the rows of a batch. */
  public int[] classes(int batch) {
    int[] classes = new int[rows];
    for (int row = 0; row < rows; row++) {
      classes[row] = (int) targets[batch * rows + row];
    }
    return classes;
  }

  /** Returns the weights of a layer, {@code [in, out]}. */
  public float[] weights(int layer) {
    int start = start(layer);
    return Arrays.copyOfRange(
        weights, start, start + perceptron.widths()[layer] * perceptron.widths()[layer + 1]);
  }

  /** Returns the weights of a layer, {@code [out, in]}. */
  public float[] transposedWeights(int layer) {
    int in = perceptron.widths()[layer];
    int out = perceptron.widths()[layer + 1];
    float[] transposed = new float[in * out];
    int start = start(layer);
    for (int i = 0; i < in; i++) {
      for (int o = 0; o < out; o++) {
        transposed[o * in + i] = weights[start + i * out + o];
      }
    }
    return transposed;
  }

  /** Returns the biases of a layer. */
  public float[] biases(int layer) {
    int end = start(layer + 1);
    return Arrays.copyOfRange(weights, end - perceptron.widths()[layer + 1], end);
  }

  private int start(int layer) {
    int start = 0;
    for (int below = 0; below < layer; below++) {
      start += (perceptron.widths()[below] + 1) * perceptron.widths()[below + 1];
    }
    return start;
  }

  /** Returns the same task without dropout, so that all libraries compute the same losses. */
  public Task withoutDropout() {
    return with(perceptron.withoutDropout());
  }

  /** Returns the same task with another learning rate. */
  public Task withRate(double rate) {
    return with(perceptron.withRate(rate));
  }

  private Task with(Perceptron other) {
    return new Task(name, other, training, rows, weights, features, targets);
  }

  /** Reads the task of a folder. */
  public static Task read(Path folder) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve("task.properties"))) {
      texts.load(reader);
    }
    Perceptron perceptron =
        new Perceptron(
            Arrays.stream(texts.getProperty("widths").split(","))
                .mapToInt(Integer::parseInt)
                .toArray(),
            Boolean.parseBoolean(texts.getProperty("classes")),
            Double.parseDouble(texts.getProperty("dropout")),
            Double.parseDouble(texts.getProperty("l2")),
            Boolean.parseBoolean(texts.getProperty("adam")),
            Double.parseDouble(texts.getProperty("rate")),
            Double.parseDouble(texts.getProperty("momentum")));
    return new Task(
        texts.getProperty("name"),
        perceptron,
        Boolean.parseBoolean(texts.getProperty("training")),
        Integer.parseInt(texts.getProperty("rows")),
        FloatFile.read(folder.resolve("weights.f32")),
        FloatFile.read(folder.resolve("features.f32")),
        FloatFile.read(folder.resolve("targets.f32")));
  }

  /** Writes the task into a folder, which is made if it is not there. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Properties texts = new Properties();
    texts.setProperty("name", name);
    texts.setProperty(
        "widths",
        Arrays.stream(perceptron.widths())
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(",")));
    texts.setProperty("classes", String.valueOf(perceptron.classes()));
    texts.setProperty("dropout", String.valueOf(perceptron.dropout()));
    texts.setProperty("l2", String.valueOf(perceptron.l2()));
    texts.setProperty("adam", String.valueOf(perceptron.adam()));
    texts.setProperty("rate", String.valueOf(perceptron.rate()));
    texts.setProperty("momentum", String.valueOf(perceptron.momentum()));
    texts.setProperty("training", String.valueOf(training));
    texts.setProperty("rows", String.valueOf(rows));
    try (Writer writer = Files.newBufferedWriter(folder.resolve("task.properties"))) {
      texts.store(writer, null);
    }
    FloatFile.write(folder.resolve("weights.f32"), weights);
    FloatFile.write(folder.resolve("features.f32"), features);
    FloatFile.write(folder.resolve("targets.f32"), targets);
  }
}

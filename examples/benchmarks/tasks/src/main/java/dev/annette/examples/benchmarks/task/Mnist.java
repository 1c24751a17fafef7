package dev.annette.examples.benchmarks.task;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * A part of MNIST, read from its files as they are distributed.
 *
 * @param pixels {@code [rows, 784]} from 0 to 1
 * @param digits {@code [rows]}
 */
record Mnist(float[] pixels, float[] digits) {
  private static final int SIZE = 784;
  private static final float WHITE = 255;

  /** Returns the part whose files begin with {@code train} or {@code t10k}. */
  static Mnist read(Path folder, String part) throws IOException {
    return new Mnist(
        numbers(folder.resolve(part + "-images-idx3-ubyte.gz"), 4, WHITE),
        numbers(folder.resolve(part + "-labels-idx1-ubyte.gz"), 2, 1));
  }

  /** Returns the bytes after a header of whole numbers, each divided by {@code unit}. */
  private static float[] numbers(Path file, int header, float unit) throws IOException {
    try (InputStream packed = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(new GZIPInputStream(packed, 1 << 16))) {
      in.skipNBytes((long) header * Integer.BYTES);
      byte[] bytes = in.readAllBytes();
      float[] numbers = new float[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        numbers[i] = (bytes[i] & 0xff) / unit;
      }
      return numbers;
    }
  }

  /** Returns the share of rows whose greatest output is their digit. */
  double accuracy(Session session) {
    int rows = digits.length;
    float[] outputs = session.predict(pixels, rows);
    int width = outputs.length / rows;
    int right = 0;
    for (int row = 0; row < rows; row++) {
      int best = 0;
      for (int output = 1; output < width; output++) {
        if (outputs[row * width + output] > outputs[row * width + best]) {
          best = output;
        }
      }
      right += best == digits[row] ? 1 : 0;
    }
    return (double) right / rows;
  }

  /** Returns the task to learn these rows in their order, beginning with the weights of another. */
  Task task(Task other) {
    int rows = digits.length / other.rows() * other.rows();
    return new Task(
        other.name(),
        other.perceptron(),
        true,
        other.rows(),
        other.weights(),
        Arrays.copyOf(pixels, rows * SIZE),
        Arrays.copyOf(digits, rows));
  }
}

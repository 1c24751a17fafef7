package dev.annette.processor.mathematics;

import dev.annette.Loss;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import java.util.Random;

/** Numbers drawn by chance, the same in every run: rows with targets that fit a loss. */
final class Sample {
  private Sample() {}

  /** Returns {@code length} numbers from −{@code bound} to below it. */
  static float[] numbers(Random random, int length, float bound) {
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = bound * (2 * random.nextFloat() - 1);
    }
    return numbers;
  }

  /** Returns a batch of rows with targets for a loss: classes for {@link Loss#CROSS_ENTROPY}. */
  static Batch batch(Random random, Loss loss, int rows, int input, int outputs, boolean weighted) {
    float[] weights = weighted ? shares(random, rows) : null;
    float[] features = numbers(random, rows * input, 2);
    Targets targets =
        loss == Loss.CROSS_ENTROPY
            ? new Targets.Classes(random.ints(rows, 0, outputs).toArray())
            : values(random, loss, rows * outputs);
    return Batch.of(features, rows, targets, weights);
  }

  /** Returns a batch whose targets are distributions over the classes. */
  static Batch softLabels(Random random, int rows, int input, int outputs, boolean weighted) {
    float[] weights = weighted ? shares(random, rows) : null;
    float[] labels = shares(random, rows * outputs);
    for (int row = 0; row < rows; row++) {
      float sum = 0;
      for (int i = row * outputs; i < (row + 1) * outputs; i++) {
        sum += labels[i];
      }
      for (int i = row * outputs; i < (row + 1) * outputs; i++) {
        labels[i] /= sum;
      }
    }
    return Batch.of(numbers(random, rows * input, 2), rows, new Targets.Values(labels), weights);
  }

  private static Targets values(Random random, Loss loss, int length) {
    return new Targets.Values(
        loss == Loss.BINARY_CROSS_ENTROPY ? shares(random, length) : numbers(random, length, 2));
  }

  /** Returns {@code length} numbers from 0 to below 1. */
  static float[] shares(Random random, int length) {
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = random.nextFloat();
    }
    return numbers;
  }
}

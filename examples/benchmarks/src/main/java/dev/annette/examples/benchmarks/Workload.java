package dev.annette.examples.benchmarks;

import dev.annette.examples.benchmarks.task.Perceptron;
import dev.annette.examples.benchmarks.task.Task;
import dev.annette.runtime.train.NetworkTrainer;
import java.util.Random;
import java.util.function.LongFunction;

/**
 * A network of Annette, and the same for any library, with the rows of a step or prediction.
 *
 * @param name by which tables call it
 * @param network makes a trainer for a seed
 * @param perceptron the same network
 * @param training whether steps are timed, else predictions
 * @param rows of a step or of a prediction
 */
public record Workload(
    String name,
    LongFunction<NetworkTrainer<?>> network,
    Perceptron perceptron,
    boolean training,
    int rows) {
  /** The training rows that {@code @L2(1)} is divided by. */
  static final int EXAMPLES = 60_000;

  private static final int BATCHES = 16;

  /** Returns the task: normal features, random targets, weights as He has them. */
  public Task task() {
    Random random = new Random(2);
    int examples = BATCHES * rows;
    float[] features = normals(examples * perceptron.inputs(), 1, random);
    float[] targets = normals(examples, 1, random);
    if (perceptron.classes()) {
      for (int i = 0; i < targets.length; i++) {
        targets[i] = random.nextInt(perceptron.outputs());
      }
    }
    return new Task(name, perceptron, training, rows, weights(random), features, targets);
  }

  /** Returns weights of the deviation √(2/in), and small biases. */
  private float[] weights(Random random) {
    float[] weights = new float[perceptron.parameters()];
    int next = 0;
    for (int layer = 0; layer < perceptron.layers(); layer++) {
      int in = perceptron.widths()[layer];
      int out = perceptron.widths()[layer + 1];
      for (float weight : normals(in * out, Math.sqrt(2.0 / in), random)) {
        weights[next++] = weight;
      }
      for (float bias : normals(out, 0.01, random)) {
        weights[next++] = bias;
      }
    }
    return weights;
  }

  private static float[] normals(int count, double deviation, Random random) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (deviation * random.nextGaussian());
    }
    return numbers;
  }
}

package dev.annette.examples.benchmarks.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskTest {
  /** 2-3-2, two batches of one row. */
  private static final Task TASK =
      new Task(
          "small",
          new Perceptron(new int[] {2, 3, 2}, true, 0.5, 0.25, true, 0.125, 0.75),
          true,
          1,
          new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17},
          new float[] {0.5f, -1, 1.5f, 2},
          new float[] {1, 0});

  @TempDir private Path folder;

  @Test
  void a_folder_holds_all_of_it() throws IOException {
    TASK.write(folder);
    Task read = Task.read(folder);
    assertEquals("small", read.name());
    assertEquals("2-3-2", read.perceptron().toString());
    assertEquals(true, read.training() && read.perceptron().classes() && read.perceptron().adam());
    assertArrayEquals(
        new double[] {0.5, 0.25, 0.125, 0.75},
        new double[] {
          read.perceptron().dropout(),
          read.perceptron().l2(),
          read.perceptron().rate(),
          read.perceptron().momentum()
        });
    assertArrayEquals(TASK.weights(), read.weights());
    assertArrayEquals(TASK.features(), read.features());
    assertArrayEquals(TASK.targets(), read.targets());
  }

  @Test
  void layers_have_their_part_of_the_weights() {
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, TASK.weights(0));
    assertArrayEquals(new float[] {1, 4, 2, 5, 3, 6}, TASK.transposedWeights(0));
    assertArrayEquals(new float[] {7, 8, 9}, TASK.biases(0));
    assertArrayEquals(new float[] {10, 12, 14, 11, 13, 15}, TASK.transposedWeights(1));
    assertArrayEquals(new float[] {16, 17}, TASK.biases(1));
    assertEquals(17, TASK.perceptron().parameters());
  }

  @Test
  void batches_are_rows_in_order() {
    assertEquals(2, TASK.batches());
    assertArrayEquals(new float[] {1.5f, 2}, TASK.features(1));
    assertArrayEquals(new int[] {0}, TASK.classes(1));
  }

  /** Forward 2·(6 + 6); the weights' gradients as much again, and 2·6 for the hidden layer. */
  @Test
  void a_step_needs_no_gradient_of_the_inputs() {
    assertEquals(24, TASK.perceptron().operations(false));
    assertEquals(24 + 24 + 12, TASK.perceptron().operations(true));
  }
}

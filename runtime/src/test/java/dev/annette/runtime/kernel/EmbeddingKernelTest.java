package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An embedding is the product with a matrix of ones and zeros, to the last bit. */
class EmbeddingKernelTest {
  private static final int ROWS = 37;
  private static final int IN = 4;

  private final Scratch scratch = new Scratch();

  @Test
  void a_row_of_the_table_stands_in_the_place_of_its_index() {
    float[] x = {7, 2, 9, 8, 0, 6, 5, 1, 4};
    float[] table = {1, 2, 3, 4};
    float[] y = new float[12];
    EmbeddingKernel.forward(x, table, y, 0, 2, 3, 1, 2, 2, "port");
    assertArrayEquals(new float[] {7, 3, 4, 9, 8, 0, 0, 6, 0, 0, 0, 0}, y);
    EmbeddingKernel.forward(x, table, y, 2, 3, 3, 1, 2, 2, "port");
    assertArrayEquals(new float[] {7, 3, 4, 9, 8, 0, 0, 6, 5, 1, 2, 4}, y);
  }

  @Test
  void the_gradient_beside_the_column_is_handed_on() {
    float[] dy = {1, 2, 3, 4, 5, 6, 7, 8};
    float[] dx = {-1, -1, -1, -1, -1, -1};
    EmbeddingKernel.inputGradient(dy, dx, 0, 2, 3, 1, 2);
    assertArrayEquals(new float[] {1, 0, 4, 5, 0, 8}, dx);
  }

  /** The last has more categories than a panel has rows. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "7, 1", "12, 5", "3, 17", "40, 900"})
  void numbers_and_gradients_are_those_of_a_dense_layer_on_ones_and_zeros(
      int categories, int dims) {
    Random random = new Random(categories);
    float[] table = numbers(random, categories * dims);
    for (int column = 0; column < IN; column++) {
      float[] x = numbers(random, ROWS * IN);
      float[] ones = new float[ROWS * categories];
      for (int r = 0; r < ROWS; r++) {
        int index = random.nextInt(categories + 1);
        x[r * IN + column] = index;
        if (index > 0) {
          ones[r * categories + index - 1] = 1;
        }
      }
      int out = IN - 1 + dims;
      float[] y = new float[ROWS * out];
      EmbeddingKernel.forward(x, table, y, 0, ROWS, IN, column, categories, dims, "port");
      float[] expected = new float[ROWS * dims];
      DenseKernel.forward(ones, table, null, expected, 0, ROWS, categories, dims, scratch);
      assertArrayEquals(expected, block(y, out, column, dims));

      float[] dy = numbers(random, ROWS * out);
      float[] expectedGradient = new float[categories * dims];
      DenseKernel.weightGradient(
          ones,
          block(dy, out, column, dims),
          ROWS,
          categories,
          dims,
          into(expectedGradient),
          0,
          1,
          scratch);
      for (int parts = 1; parts <= 3; parts++) {
        float[] gradient = new float[categories * dims];
        for (int part = 0; part < parts; part++) {
          EmbeddingKernel.tableGradient(
              x, dy, ROWS, IN, column, categories, dims, into(gradient), part, parts, scratch);
        }
        assertArrayEquals(expectedGradient, gradient);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"3", "-1", "0.5", "NaN", "1e30"})
  void what_is_no_index_is_refused(float index) {
    float[] x = {index};
    float[] table = {1, 2};
    assertEquals(
        "port: "
            + index
            + " is the index of no category; it is 0 where there is none, or a whole number up to"
            + " 2",
        assertThrows(
                IllegalArgumentException.class,
                () -> EmbeddingKernel.forward(x, table, new float[1], 0, 1, 1, 0, 2, 1, "port"))
            .getMessage());
  }

  private static GradientSink into(float[] gradient) {
    return (panel, offset, count, scratch) -> System.arraycopy(panel, 0, gradient, offset, count);
  }

  /** Returns some columns of every row. */
  private static float[] block(float[] rows, int width, int column, int count) {
    float[] block = new float[rows.length / width * count];
    for (int r = 0; r < rows.length / width; r++) {
      System.arraycopy(rows, r * width + column, block, r * count, count);
    }
    return block;
  }

  private static float[] numbers(Random random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat() - 0.5f;
    }
    return numbers;
  }
}

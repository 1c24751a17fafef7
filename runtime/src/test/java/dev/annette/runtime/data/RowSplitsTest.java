package dev.annette.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowSplitsTest {

  /** Rows that tell their number, with classes of the given sizes in turn. */
  private static Dataset classes(int... sizes) {
    int[] labels =
        IntStream.range(0, sizes.length)
            .flatMap(label -> IntStream.range(0, sizes[label]).map(i -> label))
            .toArray();
    float[] numbers = new float[labels.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    return Dataset.ofClasses(numbers, labels.length, labels);
  }

  private static List<Integer> numbers(Dataset rows) {
    return IntStream.range(0, rows.rows()).mapToObj(i -> (int) rows.feature(i, 0)).toList();
  }

  @Test
  void the_parts_of_a_split_have_every_row_once_in_order() {
    Dataset.Split split = classes(10, 13).split(0.3, 5);
    assertEquals(7, split.validation().rows());
    List<Integer> all = new ArrayList<>(numbers(split.train()));
    assertEquals(all.stream().sorted().toList(), all);
    all.addAll(numbers(split.validation()));
    assertEquals(IntStream.range(0, 23).boxed().toList(), all.stream().sorted().toList());
  }

  @Test
  void the_same_seed_chooses_the_same_rows() {
    Dataset rows = classes(50, 50);
    List<Integer> chosen = numbers(rows.split(0.2, 1).validation());
    assertEquals(chosen, numbers(rows.split(0.2, 1).validation()));
    assertNotEquals(chosen, numbers(rows.split(0.2, 2).validation()));
    assertNotEquals(
        numbers(rows.stratifiedSplit(0.2, 1).validation()),
        numbers(rows.stratifiedSplit(0.2, 2).validation()));
  }

  @Test
  void a_stratified_split_keeps_proportions_to_within_a_row_per_class() {
    int[] sizes = {50, 7, 1, 0, 33, 12};
    Dataset rows = classes(sizes);
    for (double share : new double[] {0.01, 0.1, 0.25, 1.0 / 3, 0.5, 0.9}) {
      Dataset validation = rows.stratifiedSplit(share, 3).validation();
      assertEquals(Math.round(share * rows.rows()), validation.rows());
      int[] counts = new int[sizes.length];
      for (int row = 0; row < validation.rows(); row++) {
        counts[validation.label(row)]++;
      }
      for (int label = 0; label < sizes.length; label++) {
        double distance = Math.abs(counts[label] - share * sizes[label]);
        assertTrue(distance < 1, "class " + label + " at " + share + ": " + counts[label]);
      }
    }
  }

  @Test
  void shares_that_leave_a_part_empty_are_refused() {
    assertRefused(
        "a share of 0.01 of 10 rows leaves 10 for training and 0 for validation; both need one",
        0.01);
    assertRefused(
        "a share of 0.99 of 10 rows leaves 0 for training and 10 for validation; both need one",
        0.99);
  }

  @Test
  void shares_out_of_range_are_refused_with_the_rule() {
    assertRefused(
        "the validation share is 20: a validation share is the part of the rows kept out of"
            + " training, so it must be above 0 and below 1. Did you mean 0.2?",
        20);
    assertThrows(IllegalArgumentException.class, () -> classes(10).split(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> classes(10).stratifiedSplit(0, 1));
  }

  @Test
  void numbers_to_predict_cannot_be_stratified() {
    Dataset values = Dataset.ofValues(new float[4], 4, new float[4]);
    assertThrows(IllegalArgumentException.class, () -> values.stratifiedSplit(0.5, 1));
    assertEquals(2, values.split(0.5, 1).train().rows());
  }

  private static void assertRefused(String message, double share) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> classes(10).split(share, 1))
            .getMessage());
  }
}

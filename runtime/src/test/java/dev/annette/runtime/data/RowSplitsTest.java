package dev.annette.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

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
  void a_grouped_split_leaves_groups_whole_and_comes_close_to_the_share() {
    Dataset rows = classes(200);
    int[] groups = IntStream.range(0, 200).map(row -> row * row % 31).toArray();
    int[] sizes = new int[31];
    IntStream.of(groups).forEach(group -> sizes[group]++);
    int largest = IntStream.of(sizes).max().orElseThrow();
    for (double share : new double[] {0.1, 0.25, 0.5}) {
      Dataset.Split split = rows.groupedSplit(share, groups, 4);
      Set<Integer> trained = groups(split.train(), groups);
      Set<Integer> validated = groups(split.validation(), groups);
      assertTrue(Collections.disjoint(trained, validated));
      assertEquals(200, split.train().rows() + split.validation().rows());
      assertTrue(Math.abs(split.validation().rows() - share * 200) <= largest / 2.0);
      assertEquals(
          numbers(split.validation()), numbers(rows.groupedSplit(share, groups, 4).validation()));
    }
    assertNotEquals(
        numbers(rows.groupedSplit(0.25, groups, 1).validation()),
        numbers(rows.groupedSplit(0.25, groups, 2).validation()));
  }

  private static Set<Integer> groups(Dataset rows, int[] groups) {
    return numbers(rows).stream().map(row -> groups[row]).collect(Collectors.toSet());
  }

  @Test
  void groups_that_are_too_large_or_too_few_are_refused() {
    Dataset rows = classes(10);
    assertEquals(
        "a share of 0.2 of 10 rows leaves 10 for training and 0 for validation; both need one",
        message(() -> rows.groupedSplit(0.2, new int[10], 1)));
    assertEquals(
        "9 groups were given, but there must be 10",
        message(() -> rows.groupedSplit(0.2, new int[9], 1)));
  }

  @Test
  void a_split_by_time_validates_the_last_rows() {
    Dataset.Split split = classes(10).timeSplit(0.25);
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6), numbers(split.train()));
    assertEquals(List.of(7, 8, 9), numbers(split.validation()));
    assertEquals(
        "a share of 0.01 of 10 rows leaves 10 for training and 0 for validation; both need one",
        message(() -> classes(10).timeSplit(0.01)));
  }

  @Test
  void rows_of_one_time_stay_together_whatever_their_order() {
    long[] times = {2020, 2023, 2021, 2023, 2022, 2020, 2023, 2022, 2019, 2018};
    Dataset.Split split = classes(10).timeSplit(0.2, times);
    assertEquals(List.of(1, 3, 6), numbers(split.validation()));
    assertEquals(List.of(0, 2, 4, 5, 7, 8, 9), numbers(split.train()));
    assertEquals(List.of(1, 3, 4, 6, 7), numbers(classes(10).timeSplit(0.4, times).validation()));
    assertEquals(
        "a share of 0.5 of 10 rows leaves 0 for training and 10 for validation; both need one",
        message(() -> classes(10).timeSplit(0.5, new long[10])));
    assertEquals(
        "2 times were given, but there must be 10",
        message(() -> classes(10).timeSplit(0.5, new long[2])));
  }

  private static String message(Executable split) {
    return assertThrows(IllegalArgumentException.class, split).getMessage();
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

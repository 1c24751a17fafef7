package dev.annette.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Folds against those of scikit-learn; its sizes are from folds.py. */
class FoldsTest {
  private static JsonNode scikitLearn;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = FoldsTest.class.getResourceAsStream("folds.json")) {
      scikitLearn = new ObjectMapper().readTree(in);
    }
  }

  /** Rows that tell their number. */
  private static Dataset values(int rows) {
    return Dataset.ofValues(numbers(rows), rows, new float[rows]);
  }

  /** Rows that tell their number, class after class. */
  private static Dataset classes(int... sizes) {
    int[] labels =
        IntStream.range(0, sizes.length)
            .flatMap(label -> IntStream.generate(() -> label).limit(sizes[label]))
            .toArray();
    return Dataset.ofClasses(numbers(labels.length), labels.length, labels);
  }

  private static float[] numbers(int rows) {
    float[] numbers = new float[rows];
    for (int row = 0; row < rows; row++) {
      numbers[row] = row;
    }
    return numbers;
  }

  private static List<Integer> rows(Dataset dataset) {
    return IntStream.range(0, dataset.rows()).mapToObj(i -> (int) dataset.feature(i, 0)).toList();
  }

  private static List<Integer> sizes(List<Dataset.Split> folds) {
    return folds.stream().map(fold -> fold.validation().rows()).toList();
  }

  private static List<Integer> integers(JsonNode array) {
    List<Integer> integers = new ArrayList<>();
    array.forEach(number -> integers.add(number.asInt()));
    return integers;
  }

  /** Requires that every row validates once and trains in all other folds, in order. */
  private static void assertPartition(List<Dataset.Split> folds, int count) {
    List<Integer> validated = new ArrayList<>();
    for (Dataset.Split fold : folds) {
      List<Integer> validation = rows(fold.validation());
      List<Integer> both = new ArrayList<>(rows(fold.train()));
      assertEquals(both.stream().sorted().toList(), both);
      assertEquals(validation.stream().sorted().toList(), validation);
      both.addAll(validation);
      assertEquals(IntStream.range(0, count).boxed().toList(), both.stream().sorted().toList());
      validated.addAll(validation);
    }
    assertEquals(IntStream.range(0, count).boxed().toList(), validated.stream().sorted().toList());
  }

  @Test
  void random_folds_have_the_sizes_of_scikit_learn() {
    for (JsonNode one : scikitLearn.get("random")) {
      int count = one.get("rows").asInt();
      List<Dataset.Split> folds = Folds.random(values(count), one.get("k").asInt(), 9);
      assertPartition(folds, count);
      assertEquals(integers(one.get("sizes")), sizes(folds));
    }
    assertEquals(6, scikitLearn.get("random").size());
  }

  @Test
  void the_seed_chooses_the_rows() {
    List<Integer> first = rows(values(50).folds(5, 1).get(0).validation());
    assertEquals(first, rows(values(50).folds(5, 1).get(0).validation()));
    assertNotEquals(first, rows(values(50).folds(5, 2).get(0).validation()));
    assertNotEquals(first, rows(values(50).folds(5, 1).get(1).validation()));
    Dataset classes = classes(25, 25);
    assertNotEquals(
        rows(classes.folds(5, 1).get(0).validation()),
        rows(classes.folds(5, 2).get(0).validation()));
  }

  @Test
  void stratified_folds_have_each_class_to_within_a_row_as_those_of_scikit_learn() {
    for (JsonNode one : scikitLearn.get("stratified")) {
      int[] classes = integers(one.get("classes")).stream().mapToInt(i -> i).toArray();
      int k = one.get("k").asInt();
      Dataset dataset = classes(classes);
      List<Dataset.Split> folds = dataset.folds(k, 4);
      assertPartition(folds, dataset.rows());
      for (int fold = 0; fold < k; fold++) {
        Dataset validation = folds.get(fold).validation();
        assertTrue(Math.abs(validation.rows() - dataset.rows() / (double) k) < 1);
        int[] counts = new int[classes.length];
        for (int row = 0; row < validation.rows(); row++) {
          counts[validation.label(row)]++;
        }
        for (int label = 0; label < classes.length; label++) {
          double share = classes[label] / (double) k;
          assertTrue(Math.abs(counts[label] - share) < 1, "class " + label);
          assertTrue(Math.abs(one.get("folds").get(fold).get(label).asInt() - share) < 1);
        }
      }
    }
    assertEquals(4, scikitLearn.get("stratified").size());
  }

  @Test
  void grouped_folds_leave_groups_whole_and_have_the_sizes_of_scikit_learn() {
    for (JsonNode one : scikitLearn.get("grouped")) {
      int[] groups = integers(one.get("groups")).stream().mapToInt(i -> i).toArray();
      List<Dataset.Split> folds =
          Folds.grouped(values(groups.length), one.get("k").asInt(), groups);
      assertPartition(folds, groups.length);
      for (Dataset.Split fold : folds) {
        Set<Integer> training = new HashSet<>();
        rows(fold.train()).forEach(row -> training.add(groups[row]));
        rows(fold.validation()).forEach(row -> assertTrue(!training.contains(groups[row])));
      }
      assertEquals(integers(one.get("sizes")), sizes(folds).stream().sorted().toList());
    }
    assertEquals(4, scikitLearn.get("grouped").size());
  }

  @Test
  void folds_by_time_are_those_of_scikit_learn() {
    for (JsonNode one : scikitLearn.get("time")) {
      List<List<Integer>> expected = new ArrayList<>();
      one.get("folds").forEach(fold -> expected.add(integers(fold)));
      List<Dataset.Split> folds = Folds.byTime(values(one.get("rows").asInt()), expected.size());
      for (int i = 0; i < expected.size(); i++) {
        List<Integer> train = rows(folds.get(i).train());
        List<Integer> validation = rows(folds.get(i).validation());
        assertEquals(IntStream.range(0, expected.get(i).get(0)).boxed().toList(), train);
        assertEquals(
            IntStream.range(expected.get(i).get(1), expected.get(i).get(2)).boxed().toList(),
            validation);
      }
    }
    assertEquals(5, scikitLearn.get("time").size());
  }

  @Test
  void weights_go_with_their_rows() {
    Dataset weighted = values(9).withWeights(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8});
    for (Dataset.Split fold : weighted.folds(3, 2)) {
      for (int row = 0; row < fold.validation().rows(); row++) {
        assertEquals(fold.validation().feature(row, 0), fold.validation().weight(row));
      }
    }
  }

  @Test
  void what_cannot_be_cut_is_refused() {
    assertRefused(
        "1 folds: one part validates while the others train, so there must be at least 2",
        () -> values(10).folds(1, 0));
    assertRefused(
        "11 folds of 10 rows: every fold needs one to validate", () -> values(10).folds(11, 0));
    assertRefused(
        "5 folds of 4 rows of class 1: every fold needs one to validate",
        () -> classes(9, 4).folds(5, 0));
    assertRefused(
        "5 folds of 4 rows of class 1 (no): every fold needs one to validate",
        () -> classes(9, 4).withClassNames(List.of("yes", "no")).folds(5, 0));
    assertRefused(
        "4 folds of 3 groups: every fold needs one to validate",
        () -> Folds.grouped(values(6), 4, new int[] {1, 1, 2, 2, 3, 3}));
    assertRefused(
        "5 groups were given, but there must be 6",
        () -> Folds.grouped(values(6), 2, new int[] {1, 1, 2, 2, 3}));
    assertRefused(
        "6 folds of 5 rows after the first: every fold needs one to validate",
        () -> Folds.byTime(values(6), 6));
    assertRefused(
        "stratified folds need rows that belong to classes; use Folds.random for numbers to"
            + " predict",
        () -> Folds.stratified(values(6), 2, 0));
  }

  @Test
  void a_class_without_rows_is_no_obstacle() {
    assertPartition(classes(4, 0, 6).folds(4, 0), 10);
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}

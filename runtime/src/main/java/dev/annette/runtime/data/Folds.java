package dev.annette.runtime.data;

import dev.annette.runtime.random.CounterRandom;
import dev.annette.runtime.random.Purpose;
import dev.annette.runtime.random.RandomSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ways to cut a dataset into k folds, each of which validates once while the others train. Both
 * parts of a fold keep the order of the rows.
 *
 * <p>Every method throws an IllegalArgumentException if k is below 2, or larger than the number of
 * what is dealt out: rows, members of a class, or groups.
 */
public final class Folds {
  private Folds() {}

  /** Returns folds chosen by chance, whose sizes differ by at most one row. */
  public static List<Dataset.Split> random(Dataset rows, int k, long seed) {
    requireFolds(k, rows.rows(), "rows");
    return validatingOnce(rows, k, dealt(sequence(seed, "folds").permutation(rows.rows()), k));
  }

  /**
   * Returns folds chosen by chance within each class. Their sizes differ by at most one row, and so
   * do the numbers of rows that they have of each class.
   *
   * @throws IllegalArgumentException also if rows have no classes
   */
  public static List<Dataset.Split> stratified(Dataset rows, int k, long seed) {
    RowSplits.requireClasses(rows, "stratified folds need", "Folds.random");
    requireFolds(k, rows.rows(), "rows");
    RandomSequence sequence = sequence(seed, "stratified folds");
    int[] byClass = new int[rows.rows()]; // rows in random order, class after class
    int filled = 0;
    for (int[] members : RowSplits.rowsByClass(rows)) {
      if (members.length > 0) {
        requireFolds(k, members.length, "rows of class " + RowSplits.className(rows, members[0]));
      }
      sequence.shuffle(members);
      System.arraycopy(members, 0, byClass, filled, members.length);
      filled += members.length;
    }
    return validatingOnce(rows, k, dealt(byClass, k));
  }

  /**
   * Returns folds that leave every group whole, so that no group trains and validates at once. The
   * largest groups are dealt first, each to the fold with the fewest rows so far; chance has no
   * part in it.
   *
   * @param groups {@code [rows]}, any number per group: a patient, a day
   * @throws IllegalArgumentException also if there is not one number per row
   */
  public static List<Dataset.Split> grouped(Dataset rows, int k, int[] groups) {
    Rows.requireCount("groups", groups.length, rows.rows());
    Map<Integer, Integer> sizes = new TreeMap<>();
    for (int group : groups) {
      sizes.merge(group, 1, Integer::sum);
    }
    requireFolds(k, sizes.size(), "groups");
    List<Integer> largestFirst = new ArrayList<>(sizes.keySet());
    largestFirst.sort(Comparator.comparing(sizes::get, Comparator.reverseOrder()));
    int[] rowsOfFold = new int[k];
    Map<Integer, Integer> foldOfGroup = new TreeMap<>();
    for (int group : largestFirst) {
      int smallest = 0;
      for (int fold = 1; fold < k; fold++) {
        smallest = rowsOfFold[fold] < rowsOfFold[smallest] ? fold : smallest;
      }
      rowsOfFold[smallest] += sizes.get(group);
      foldOfGroup.put(group, smallest);
    }
    return validatingOnce(rows, k, Arrays.stream(groups).map(foldOfGroup::get).toArray());
  }

  /**
   * Returns folds of rows that are in the order of time: fold i validates the i-th of the last k
   * equal stretches and trains on all rows before it. With n rows a stretch has n/(k + 1), rounded
   * down; the rows that are left over only train.
   *
   * @throws IllegalArgumentException also if there are fewer than k + 1 rows
   */
  public static List<Dataset.Split> byTime(Dataset rows, int k) {
    requireFolds(k, rows.rows() - 1, "rows after the first");
    int stretch = rows.rows() / (k + 1);
    int[] ascending = Rows.ascending(rows.rows());
    List<Dataset.Split> folds = new ArrayList<>();
    for (int left = k; left > 0; left--) {
      int from = rows.rows() - left * stretch;
      folds.add(
          new Dataset.Split(
              rows.select(Arrays.copyOf(ascending, from)),
              rows.select(Arrays.copyOfRange(ascending, from, from + stretch))));
    }
    return List.copyOf(folds);
  }

  /** Returns the fold of every row when rows are dealt in turn. */
  private static int[] dealt(int[] rows, int k) {
    int[] foldOfRow = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      foldOfRow[rows[i]] = i % k;
    }
    return foldOfRow;
  }

  private static List<Dataset.Split> validatingOnce(Dataset rows, int k, int[] foldOfRow) {
    List<Dataset.Split> folds = new ArrayList<>();
    for (int fold = 0; fold < k; fold++) {
      boolean[] validates = new boolean[foldOfRow.length];
      for (int row = 0; row < foldOfRow.length; row++) {
        validates[row] = foldOfRow[row] == fold;
      }
      folds.add(RowSplits.parts(rows, validates));
    }
    return List.copyOf(folds);
  }

  private static void requireFolds(int k, int most, String what) {
    if (k < 2) {
      throw new IllegalArgumentException(
          k + " folds: one part validates while the others train, so there must be at least 2");
    }
    if (k > most) {
      throw new IllegalArgumentException(
          "%d folds of %d %s: every fold needs one to validate".formatted(k, most, what));
    }
  }

  private static RandomSequence sequence(long seed, String name) {
    return new RandomSequence(CounterRandom.key(seed, Purpose.SPLIT, name));
  }
}

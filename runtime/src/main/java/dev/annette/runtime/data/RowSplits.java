package dev.annette.runtime.data;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.random.CounterRandom;
import dev.annette.runtime.random.Purpose;
import dev.annette.runtime.random.RandomSequence;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which rows of a dataset are kept for validation. Both parts keep the order of the rows. */
final class RowSplits {
  private RowSplits() {}

  static Dataset.Split random(Dataset dataset, double share, long seed) {
    requireShare(share);
    int[] shuffled = sequence(seed, "rows").permutation(dataset.rows());
    boolean[] validates = new boolean[dataset.rows()];
    int count = (int) Math.round(share * dataset.rows());
    for (int i = 0; i < count; i++) {
      validates[shuffled[i]] = true;
    }
    return requireBoth(parts(dataset, validates), share);
  }

  static Dataset.Split stratified(Dataset dataset, double share, long seed) {
    requireShare(share);
    requireClasses(dataset, "a stratified split needs", "split");
    RandomSequence sequence = sequence(seed, "classes");
    int[][] members = rowsByClass(dataset);
    int[] counts = validationCounts(members, share, dataset.rows());
    boolean[] validates = new boolean[dataset.rows()];
    for (int label = 0; label < members.length; label++) {
      sequence.shuffle(members[label]);
      for (int i = 0; i < counts[label]; i++) {
        validates[members[label][i]] = true;
      }
    }
    return requireBoth(parts(dataset, validates), share);
  }

  static Dataset.Split grouped(Dataset dataset, double share, int[] groups, long seed) {
    requireShare(share);
    Rows.requireCount("groups", groups.length, dataset.rows());
    Map<Integer, Integer> sizes = new TreeMap<>();
    for (int group : groups) {
      sizes.merge(group, 1, Integer::sum);
    }
    int[] order = sizes.keySet().stream().mapToInt(group -> group).toArray();
    sequence(seed, "groups").shuffle(order);
    Set<Integer> chosen = new HashSet<>();
    double missing = share * dataset.rows();
    for (int group : order) {
      int size = sizes.get(group);
      if (Math.abs(missing - size) < Math.abs(missing)) {
        chosen.add(group);
        missing -= size;
      }
    }
    boolean[] validates = new boolean[groups.length];
    for (int row = 0; row < groups.length; row++) {
      validates[row] = chosen.contains(groups[row]);
    }
    return requireBoth(parts(dataset, validates), share);
  }

  static Dataset.Split byTime(Dataset dataset, double share) {
    long[] numbers = new long[dataset.rows()];
    Arrays.setAll(numbers, row -> row);
    return byTime(dataset, share, numbers);
  }

  static Dataset.Split byTime(Dataset dataset, double share, long[] times) {
    requireShare(share);
    Rows.requireCount("times", times.length, dataset.rows());
    long[] rising = times.clone();
    Arrays.sort(rising);
    int first = rising.length - (int) Math.round(share * rising.length);
    boolean[] validates = new boolean[times.length];
    for (int row = 0; row < times.length; row++) {
      validates[row] = first < rising.length && times[row] >= rising[first];
    }
    return requireBoth(parts(dataset, validates), share);
  }

  static void requireClasses(Dataset dataset, String what, String instead) {
    if (!dataset.hasClasses()) {
      throw new IllegalArgumentException(
          "%s rows that belong to classes; use %s for numbers to predict".formatted(what, instead));
    }
  }

  /** Returns the class of a row as a message names it: its number, and its name if it has one. */
  static String className(Dataset dataset, int row) {
    return Rows.column(dataset.label(row), dataset.classNames());
  }

  /** Returns the rows of each class, ascending. */
  static int[][] rowsByClass(Dataset dataset) {
    int classes = 0;
    for (int row = 0; row < dataset.rows(); row++) {
      classes = Math.max(classes, dataset.label(row) + 1);
    }
    int[] sizes = new int[classes];
    for (int row = 0; row < dataset.rows(); row++) {
      sizes[dataset.label(row)]++;
    }
    int[][] members = new int[classes][];
    Arrays.setAll(members, label -> new int[sizes[label]]);
    for (int row = dataset.rows() - 1; row >= 0; row--) {
      int label = dataset.label(row);
      members[label][--sizes[label]] = row;
    }
    return members;
  }

  /**
   * Returns how many rows of each class validate: the share rounded down, then one more for the
   * classes with the largest remainders, until the sum is the share of all rows rounded.
   */
  private static int[] validationCounts(int[][] members, double share, int rows) {
    int[] counts = new int[members.length];
    double[] remainders = new double[members.length];
    int missing = (int) Math.round(share * rows);
    for (int label = 0; label < members.length; label++) {
      double exact = share * members[label].length;
      counts[label] = (int) exact;
      remainders[label] = exact - counts[label];
      missing -= counts[label];
    }
    for (; missing > 0; missing--) {
      int largest = 0;
      for (int label = 1; label < members.length; label++) {
        if (remainders[label] > remainders[largest]) {
          largest = label;
        }
      }
      counts[largest]++;
      remainders[largest] = -1;
    }
    return counts;
  }

  /** Returns the rows that train and those that validate, in their order. */
  static Dataset.Split parts(Dataset dataset, boolean[] validates) {
    int count = 0;
    for (boolean validating : validates) {
      count += validating ? 1 : 0;
    }
    int[] train = new int[validates.length - count];
    int[] validation = new int[count];
    for (int row = 0, t = 0, v = 0; row < validates.length; row++) {
      if (validates[row]) {
        validation[v++] = row;
      } else {
        train[t++] = row;
      }
    }
    return new Dataset.Split(dataset.select(train), dataset.select(validation));
  }

  private static Dataset.Split requireBoth(Dataset.Split split, double share) {
    int train = split.train().rows();
    int validation = split.validation().rows();
    if (train == 0 || validation == 0) {
      throw new IllegalArgumentException(
          "a share of %s of %d rows leaves %d for training and %d for validation; both need one"
              .formatted(NumberRule.number(share), train + validation, train, validation));
    }
    return split;
  }

  private static void requireShare(double share) {
    NumberRule rule = NumberRule.VALIDATION_SHARE;
    if (!rule.allows(share)) {
      throw new IllegalArgumentException(
          "the validation share is "
              + NumberRule.number(share)
              + ": "
              + rule.clause()
              + "."
              + rule.suggestion(share));
    }
  }

  private static RandomSequence sequence(long seed, String name) {
    return new RandomSequence(CounterRandom.key(seed, Purpose.SPLIT, name));
  }
}

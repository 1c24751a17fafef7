package dev.annette.runtime.selection;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.Folds;
import java.util.List;

/** How a dataset is cut into rows that train and rows that validate, once or several times. */
@FunctionalInterface
public interface Resampling {

  /**
   * Returns the cuts of a dataset.
   *
   * @param seed the same seed cuts in the same way
   * @throws IllegalArgumentException if the rows cannot be cut so
   */
  List<Dataset.Split> splits(Dataset rows, long seed);

  /** Returns k folds that validate in turn, stratified if rows have classes. */
  static Resampling folds(int k) {
    return (rows, seed) -> rows.folds(k, seed);
  }

  /**
   * Returns k folds that leave groups whole.
   *
   * @param groups {@code [rows]}, a number per group
   */
  static Resampling groupedFolds(int k, int... groups) {
    int[] copy = groups.clone();
    return (rows, seed) -> Folds.grouped(rows, k, copy);
  }

  /** Returns k folds of rows in the order of time: each trains on all that came before it. */
  static Resampling timeFolds(int k) {
    return (rows, seed) -> Folds.byTime(rows, k);
  }

  /**
   * Returns one cut that keeps a share of the rows for validation, stratified if rows have classes.
   *
   * @param share above 0 and below 1
   */
  static Resampling holdout(double share) {
    return (rows, seed) ->
        List.of(rows.hasClasses() ? rows.stratifiedSplit(share, seed) : rows.split(share, seed));
  }

  /** Returns one cut by which all rows train and these validate. */
  static Resampling validation(Dataset validation) {
    return (rows, seed) -> List.of(new Dataset.Split(rows, validation));
  }
}

package dev.annette.runtime.data;

import java.util.List;

/** How the rows of a dataset are parted: into training and validation once, or in turn. */
abstract sealed class Splitting permits Dataset {
  /** Returns the rows that are parted. */
  abstract Dataset whole();

  /**
   * Returns two parts, chosen by chance.
   *
   * @param share the part of the rows that goes to validation, above 0 and below 1; the number of
   *     rows is rounded to the nearest
   * @param seed the same seed chooses the same rows
   * @throws IllegalArgumentException if the share is out of range or leaves a part without rows
   */
  public Dataset.Split split(double share, long seed) {
    return RowSplits.random(whole(), share, seed);
  }

  /**
   * Returns two parts, chosen by chance within each class, so that each part has the classes in the
   * proportions of the whole, to within one row per class.
   *
   * @param share the part of the rows that goes to validation, above 0 and below 1
   * @param seed the same seed chooses the same rows
   * @throws IllegalArgumentException if rows have no classes, the share is out of range or leaves a
   *     part without rows
   */
  public Dataset.Split stratifiedSplit(double share, long seed) {
    return RowSplits.stratified(whole(), share, seed);
  }

  /**
   * Returns two parts, chosen by chance among groups that stay whole, so that no group trains and
   * validates at once. Groups go to validation in random order, each if that brings the number of
   * rows closer to the share.
   *
   * @param share the part of the rows that goes to validation, above 0 and below 1
   * @param groups {@code [rows]}, any number per group: a patient, a day
   * @param seed the same seed chooses the same groups
   * @throws IllegalArgumentException if there is not one number per row, the share is out of range
   *     or leaves a part without rows
   */
  public Dataset.Split groupedSplit(double share, int[] groups, long seed) {
    return RowSplits.grouped(whole(), share, groups, seed);
  }

  /**
   * Returns two parts of rows that are in the order of time: the last validate.
   *
   * @param share the part of the rows that goes to validation, above 0 and below 1; the number of
   *     rows is rounded to the nearest
   * @throws IllegalArgumentException if the share is out of range or leaves a part without rows
   */
  public Dataset.Split timeSplit(double share) {
    return RowSplits.byTime(whole(), share);
  }

  /**
   * Returns two parts of rows in any order: those from a moment on validate. It is the latest that
   * gives validation the share of the rows, rounded to the nearest, or more, since rows of one time
   * stay together.
   *
   * @param share the part of the rows that goes to validation, above 0 and below 1
   * @param times {@code [rows]}, rising with time: seconds, days, years
   * @throws IllegalArgumentException if there is not one time per row, the share is out of range or
   *     leaves a part without rows
   */
  public Dataset.Split timeSplit(double share, long[] times) {
    return RowSplits.byTime(whole(), share, times);
  }

  /**
   * Returns k parts that validate in turn: stratified if rows have classes, as {@link Folds} says,
   * which can leave groups whole and keep the order of time, too.
   *
   * @param seed the same seed cuts in the same way
   * @throws IllegalArgumentException if k is below 2 or above the number of rows, or of a class's
   */
  public List<Dataset.Split> folds(int k, long seed) {
    return whole().hasClasses()
        ? Folds.stratified(whole(), k, seed)
        : Folds.random(whole(), k, seed);
  }
}

package dev.annette;

/** What stands for a missing value of a column. */
public enum Imputation {
  /** The mean of the others in the training rows. For numbers. */
  MEAN,
  /** The median of the others in the training rows. For numbers. */
  MEDIAN,
  /** A number given in the declaration. For numbers. */
  CONSTANT,
  /** Nothing: all features of the column are 0. For enums, texts, booleans, dates and ranges. */
  ZEROS
}

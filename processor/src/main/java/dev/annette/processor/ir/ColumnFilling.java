package dev.annette.processor.ir;

import java.util.Optional;

/**
 * What stands for the missing values of a column.
 *
 * @param measure what is measured on the training rows, if it is
 * @param constant the number that stands for them, if it is declared
 */
public record ColumnFilling(Optional<ColumnCall> measure, Optional<Double> constant) {
  /** Returns whether a number stands for them, rather than zeros. */
  public boolean isNumber() {
    return measure.isPresent() || constant.isPresent();
  }
}

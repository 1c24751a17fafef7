package dev.annette.runtime.train.constraint;

/** Columns have norm 1; those of zeros stay. */
public final class UnitNorm extends ColumnNorm {

  /** Creates the constraint for the columns of a matrix {@code [rows, columns]}. */
  public UnitNorm(int rows, int columns) {
    super(rows, columns);
  }

  @Override
  double target(double norm) {
    return 1;
  }
}

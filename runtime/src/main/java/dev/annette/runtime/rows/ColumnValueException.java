package dev.annette.runtime.rows;

/** A value that its column cannot take: which column, what is wrong, and the rule. */
public final class ColumnValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** Says what is wrong with the value of a column. */
  public ColumnValueException(String column, String problem) {
    super("column " + column + " " + problem);
  }

  private ColumnValueException(String place, ColumnValueException cause) {
    super(place + ", " + cause.getMessage(), cause);
  }

  /** Returns the same with the place of the row before it: {@code row 17}. */
  public ColumnValueException at(String place) {
    return new ColumnValueException(place, this);
  }

  /** Returns the error of a value that is not there. */
  static ColumnValueException missing(String column) {
    return new ColumnValueException(
        column,
        "has no value; every row needs one, unless @Impute on a feature says what stands for it");
  }
}

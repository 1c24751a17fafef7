package dev.annette.runtime.rows;

import java.util.List;

/**
 * Rows that are read without labels and weights, and so cannot be trained on.
 *
 * @param <R> a record or class
 */
final class UnlabelledRows<R> implements ReadableRows<R> {
  private final ReadableRows<R> type;
  private final List<String> columns;

  UnlabelledRows(ReadableRows<R> type) {
    this.type = type;
    this.columns =
        type.columns().stream().filter(column -> !type.answers().contains(column)).toList();
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public ReadableRows<R> unlabelled() {
    return this;
  }

  @Override
  public R read(Cells cells) {
    return type.read(new Unlabelled(cells));
  }

  @Override
  public List<String> featureNames() {
    return type.featureNames();
  }

  @Override
  public List<String> classNames() {
    return type.classNames();
  }

  @Override
  public int targetWidth() {
    return type.targetWidth();
  }

  @Override
  public void encode(R row, float[] features, int at) {
    type.encode(row, features, at);
  }

  @Override
  public void encodeTargets(R row, float[] targets, int at) {
    throw withoutLabels();
  }

  @Override
  public int label(R row) {
    throw withoutLabels();
  }

  private static IllegalStateException withoutLabels() {
    return new IllegalStateException(
        "These rows are unlabelled(), for predictions; read rows with labels to train or"
            + " evaluate.");
  }

  /** Cells without labels and weights. */
  private final class Unlabelled extends Cells {
    private final Cells cells;

    Unlabelled(Cells cells) {
      this.cells = cells;
    }

    @Override
    protected Object cell(String column) {
      return cells.cell(column);
    }

    @Override
    public boolean leavesOut(String column) {
      return type.answers().contains(column);
    }
  }
}

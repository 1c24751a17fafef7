package dev.annette.processor.ir;

import dev.annette.Loss;
import java.util.List;

/**
 * The type of typed rows, and its columns.
 *
 * @param type the record or class
 * @param isRecord whether it is a record, whose columns are read by accessors
 * @param obstacle why rows cannot be made of cells, as a sentence; empty if they can
 * @param columns in order
 * @param layer the name of the layer that scales what is measured
 * @param labelLayer the name of the layer that turns outputs into the units of scaled labels
 */
public record RowDeclaration(
    ClassRef type,
    boolean isRecord,
    String obstacle,
    List<Column> columns,
    String layer,
    String labelLayer) {
  /** Copies the columns. */
  public RowDeclaration {
    columns = List.copyOf(columns);
  }

  /** Returns whether a row can be made of the cells of a table. */
  public boolean isConstructible() {
    return obstacle.isEmpty();
  }

  /** Returns the columns that the network reads. */
  public List<Column> features() {
    return columns(Column.Role.FEATURE);
  }

  /** Returns the columns that are predicted. */
  public List<Column> labels() {
    return columns(Column.Role.LABEL);
  }

  /** Returns the columns that say what a row counts: one or none. */
  public List<Column> weights() {
    return columns(Column.Role.WEIGHT);
  }

  private List<Column> columns(Column.Role role) {
    return columns.stream().filter(column -> column.role() == role).toList();
  }

  /** Returns how many features a row becomes; it may be more than an array can hold. */
  public long width() {
    return features().stream().mapToLong(Column::width).sum();
  }

  /**
   * Returns how many numbers a row is to the first layer that the user declared; it may be more
   * than an array can hold.
   */
  public long embeddedWidth() {
    return features().stream().mapToLong(Column::embeddedWidth).sum();
  }

  /** Returns where the features of a column start. */
  public int position(Column column) {
    List<Column> features = features();
    return features.subList(0, features.indexOf(column)).stream().mapToInt(Column::width).sum();
  }

  /** Returns where the features of a column start once the columns before it are embedded. */
  public int embeddedPosition(Column column) {
    List<Column> features = features();
    List<Column> before = features.subList(0, features.indexOf(column));
    return Math.toIntExact(before.stream().mapToLong(Column::embeddedWidth).sum());
  }

  /** Returns whether anything is measured on the training rows. */
  public boolean isMeasured() {
    return features().stream().anyMatch(Column::isMeasured);
  }

  /** Returns whether any label is scaled. */
  public boolean hasScaledLabels() {
    return labels().stream().anyMatch(label -> label.scaling().isPresent());
  }

  /** Returns whether missing values are filled with what is measured. */
  public boolean isFilled() {
    return features().stream().anyMatch(Column::isFilled);
  }

  /** Returns whether a row belongs to one of several classes. */
  public boolean hasClasses() {
    return loss() == Loss.CROSS_ENTROPY;
  }

  /** Returns the loss that follows from the label. */
  public Loss loss() {
    return switch (labels().get(0).type().family()) {
      case CATEGORY, TEXT -> Loss.CROSS_ENTROPY;
      case BOOLEAN -> Loss.BINARY_CROSS_ENTROPY;
      default -> Loss.HALF_SQUARED_ERROR;
    };
  }

  /** Returns how many outputs the label needs; at least 2 for classes. */
  public int outputs() {
    return hasClasses() ? Math.max(2, labels().get(0).categories().size()) : labels().size();
  }
}

package dev.annette.processor.ir;

import dev.annette.processor.diagnostic.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What one annotation says of a column. */
public interface ColumnPart {
  /** What a part says; a column has at most one part of each. */
  enum Slot {
    /** What the column is for, if it is no feature. */
    ROLE,
    /** A function of a number. */
    TRANSFORM,
    /** A scale that is measured. */
    SCALING,
    /** Several features in place of a value. */
    ENCODING,
    /** Learned numbers in place of those features. */
    EMBEDDING,
    /** What stands for a missing value. */
    FILLING
  }

  /** Returns which part it is. */
  Slot slot();

  /** Returns the annotation as short as it can be written. */
  String source();

  /** Returns the place of the annotation. */
  Origin origin();

  /** Returns what it can stand on. */
  Set<ColumnType.Family> takes();

  /** Returns what it does, as a verb with its object: {@code scales numbers}. */
  String purpose();

  /** Returns what was declared, for descriptions; names start with its own. */
  SortedMap<String, Object> attributes();

  /** Returns what the column is for, if this part says so. */
  default Optional<Column.Role> role() {
    return Optional.empty();
  }

  /** Returns the class of the runtime with {@code apply(column, value)}, if this is a function. */
  default Optional<String> transform() {
    return Optional.empty();
  }

  /** Returns how the feature is scaled. */
  default Optional<ColumnCall> scaling() {
    return Optional.empty();
  }

  /** Returns whether a number to predict can be scaled like this. */
  default boolean scalesLabels() {
    return false;
  }

  /** Returns what turns a value into several features. */
  default Optional<ColumnEncoder> encoder() {
    return Optional.empty();
  }

  /** Returns how many learned numbers stand for a category, if this part says so. */
  default Optional<Integer> embedding() {
    return Optional.empty();
  }

  /** Returns what stands for a missing value. */
  default Optional<ColumnFilling> filling() {
    return Optional.empty();
  }

  /** Returns the names of the categories that it declares. */
  default List<String> categories() {
    return List.of();
  }
}

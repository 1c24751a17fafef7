package dev.annette.processor.ir;

import dev.annette.processor.diagnostic.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One column of typed rows.
 *
 * @param name the record component or field
 * @param type its Java type
 * @param parts what its annotations say
 * @param origin the component or field
 */
public record Column(String name, ColumnType type, List<ColumnPart> parts, Origin origin) {
  /** What a column is for. */
  public enum Role {
    /** Read by the network. */
    FEATURE,
    /** Predicted. */
    LABEL,
    /** How much the row counts. */
    WEIGHT,
    /** Nothing. */
    IGNORED
  }

  /** Copies the parts. */
  public Column {
    parts = List.copyOf(parts);
  }

  /** Returns what it is for. */
  public Role role() {
    return part(ColumnPart::role).orElse(Role.FEATURE);
  }

  /** Returns the class of the runtime whose function is applied to a number. */
  public Optional<String> transform() {
    return part(ColumnPart::transform);
  }

  /** Returns how the feature is scaled. */
  public Optional<ColumnCall> scaling() {
    return part(ColumnPart::scaling);
  }

  /** Returns what turns a value into several features. */
  public Optional<ColumnEncoder> encoder() {
    return part(ColumnPart::encoder);
  }

  /** Returns how many learned numbers stand for a category, if any do. */
  public Optional<Integer> embedding() {
    return part(ColumnPart::embedding);
  }

  /** Returns what stands for a missing value. */
  public Optional<ColumnFilling> filling() {
    return part(ColumnPart::filling);
  }

  /** Returns the names of its categories; empty if it has none. */
  public List<String> categories() {
    return parts.stream().flatMap(part -> part.categories().stream()).toList();
  }

  /** Returns how many features a value that is there becomes; an embedded one is its index. */
  public int valueWidth() {
    return embedding().isPresent() ? 1 : encoder().map(ColumnEncoder::width).orElse(1);
  }

  /** Returns how many features it becomes, with the one that says whether it is missing. */
  public int width() {
    return valueWidth() + (filling().isPresent() ? 1 : 0);
  }

  /** Returns how many numbers it is to the first layer that the user declared. */
  public long embeddedWidth() {
    return (long) width() - 1 + embedding().orElse(1);
  }

  /** Returns whether its missing values are filled with what is measured. */
  public boolean isFilled() {
    return filling().flatMap(ColumnFilling::measure).isPresent();
  }

  /** Returns whether something of it is measured on the training rows. */
  public boolean isMeasured() {
    return scaling().isPresent() || isFilled();
  }

  private <T> Optional<T> part(Function<ColumnPart, Optional<T>> question) {
    return parts.stream().map(question).flatMap(Optional::stream).findFirst();
  }
}

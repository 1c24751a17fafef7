package dev.annette.processor.ir;

import java.util.List;

/**
 * The Java type of a column, as far as its encoding depends on it.
 *
 * @param family what its values are
 * @param form how a value is there or missing
 * @param primitive the keyword of a primitive type: {@code float}; else empty
 * @param value the class of a value that is there, boxed for a primitive; null for {@link
 *     Family#OTHER}
 * @param constants the constants of an enum, in order
 * @param text the type as the user wrote it, without packages
 */
public record ColumnType(
    Family family,
    Form form,
    String primitive,
    ClassRef value,
    List<String> constants,
    String text) {
  /** What the values of a column are. */
  public enum Family {
    /** A number of any primitive type but {@code char}, or its box. */
    NUMBER("a number"),
    /** Yes or no. */
    BOOLEAN("a boolean"),
    /** A constant of an enum. */
    CATEGORY("an enum"),
    /** A text. */
    TEXT("a text"),
    /** A day. */
    DATE("a date"),
    /** A day and a time. */
    TIME("a date with a time"),
    /** Anything else, which no encoding reads. */
    OTHER("neither a number nor a boolean, enum, text or date");

    private final String words;

    Family(String words) {
      this.words = words;
    }

    /** Returns it in words: {@code a number}. */
    public String words() {
      return words;
    }
  }

  /** How a value is there or missing. */
  public enum Form {
    /** Always there, but for the NaN of a float. */
    PRIMITIVE,
    /** Null where missing. */
    REFERENCE,
    /** Empty where missing: {@code Optional<String>}. */
    OPTIONAL,
    /** Empty where missing: {@code OptionalDouble}. */
    OPTIONAL_PRIMITIVE
  }

  /** Copies the constants. */
  public ColumnType {
    constants = List.copyOf(constants);
  }

  /** Returns whether a value can be missing. */
  public boolean canBeMissing() {
    return form != Form.PRIMITIVE || primitive.equals("float") || primitive.equals("double");
  }

  /** Returns whether it is an {@code Optional} of some kind. */
  public boolean isOptional() {
    return form == Form.OPTIONAL || form == Form.OPTIONAL_PRIMITIVE;
  }
}

package dev.annette.runtime.model;

import java.util.Objects;

/**
 * A part of a network that a user wrote: a loss, a penalty. Descriptions and files know it by the
 * name of its class, so two are equal if their names are.
 *
 * @param className the qualified name of its class
 * @param object the part itself; null in what was read from a file
 */
public record CustomPart(String className, Object object) {

  /** Requires a name. */
  public CustomPart {
    Objects.requireNonNull(className, "className");
  }

  /** Returns what a file says of a part. */
  public static CustomPart named(String className) {
    return new CustomPart(className, null);
  }

  /**
   * Returns the part itself.
   *
   * @throws IllegalStateException if only its name is known
   */
  public <T> T as(Class<T> type) {
    if (!type.isInstance(object)) {
      throw new IllegalStateException(
          "Only the name of %s is known here, not its code: take the description of the generated"
                  .formatted(className)
              + " model.");
    }
    return type.cast(object);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CustomPart part && part.className.equals(className);
  }

  @Override
  public int hashCode() {
    return className.hashCode();
  }

  @Override
  public String toString() {
    return className;
  }
}

package dev.annette.processor.read;

/**
 * Says that an annotation's value has no meaning yet, or never will: its constant or type does not
 * compile. The compiler reports that itself.
 */
public final class UnreadableValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableValueException(String value) {
    super(value);
  }

  UnreadableValueException(String value, RuntimeException cause) {
    super(value, cause);
  }
}

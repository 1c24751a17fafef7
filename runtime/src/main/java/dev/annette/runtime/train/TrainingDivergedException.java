package dev.annette.runtime.train;

/** A loss or a weight that is no longer a finite number. */
public final class TrainingDivergedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Creates the exception; the message says what became infinite or NaN, where and when. */
  public TrainingDivergedException(String message) {
    super(message);
  }

  /** Creates the exception with the one that says more closely where it happened. */
  public TrainingDivergedException(String message, TrainingDivergedException cause) {
    super(message, cause);
  }
}

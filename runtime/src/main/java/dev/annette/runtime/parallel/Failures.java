package dev.annette.runtime.parallel;

/** What the parts of one task threw. */
final class Failures {
  private Throwable first;

  /** Adds what a part threw: the first is kept, later ones become its suppressed exceptions. */
  synchronized void add(Throwable thrown) {
    if (first == null) {
      first = thrown;
    } else if (first != thrown) {
      first.addSuppressed(thrown);
    }
  }

  /** Forgets what was thrown and throws it; does nothing where nothing was thrown. */
  synchronized void rethrow() {
    Throwable thrown = first;
    first = null;
    if (thrown != null) {
      Failures.<RuntimeException>raise(thrown);
    }
  }

  /** Throws anything from a method that declares nothing: a part may throw unchecked ones only. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void raise(Throwable thrown) throws T {
    throw (T) thrown;
  }
}

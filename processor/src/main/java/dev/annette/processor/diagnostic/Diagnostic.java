package dev.annette.processor.diagnostic;

/**
 * One problem at one place.
 *
 * @param problem the kind
 * @param origin the narrowest place that is wrong
 * @param message what is wrong with which value, the rule, and what to write instead
 */
public record Diagnostic(Problem problem, Origin origin, String message) {
  /** Returns the message as printed: {@code [annette/out-of-range] …}. */
  public String text() {
    return "[annette/" + problem.key() + "] " + message;
  }
}

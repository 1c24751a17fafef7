package dev.annette.processor.pass;

/** Names as Java writes constants. */
final class ConstantName {
  private ConstantName() {}

  /** Returns {@code hidden_Layer_units} for {@code hiddenLayer units}; the caller sets the case. */
  static String of(String words) {
    return words.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("[ .]+", "_");
  }
}

package dev.annette.examples.cli;

/** What is predicted. */
enum Task {
  /** One of several classes. */
  CLASSES("one of its texts"),
  /** Yes or no. */
  YES_OR_NO("yes or no"),
  /** A number. */
  NUMBER("a number");

  private final String words;

  Task(String words) {
    this.words = words;
  }

  /** Returns how the table of columns says what a label is predicted as. */
  String words() {
    return words;
  }
}

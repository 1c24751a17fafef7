package dev.annette.examples.cli;

/** What is predicted. */
enum Task {
  /** One of several classes. */
  CLASSES,
  /** Yes or no. */
  YES_OR_NO,
  /** A number. */
  NUMBER
}

package dev.annette.examples.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How long is trained, on what share of a table, and from which seed. */
final class RunOptions {
  @Option(names = "--epochs", defaultValue = "300", description = "at most; 300 by default")
  private int epochs;

  @Option(names = "--seed", defaultValue = "1", description = "1 by default")
  private long seed;

  @Option(
      names = "--test",
      defaultValue = "0.2",
      description = "the share of lines that are kept apart and measured on; 0.2 by default")
  private double test;

  /**
   * Requires values that can be trained with.
   *
   * @throws ParameterException with the rule that is broken
   */
  void check(CommandSpec command) {
    if (epochs < 1) {
      throw new ParameterException(
          command.commandLine(), "--epochs is " + epochs + ", but it must be at least 1.");
    }
    if (!(test > 0 && test < 1)) {
      throw new ParameterException(
          command.commandLine(),
          "--test is " + test + ", but a share of the lines lies between 0 and 1, such as 0.2.");
    }
  }

  int epochs() {
    return epochs;
  }

  long seed() {
    return seed;
  }

  double test() {
    return test;
  }
}

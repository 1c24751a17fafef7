package dev.annette.examples.cli;

import dev.annette.runtime.Annette;
import dev.annette.runtime.train.TrainingDivergedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command {@code annette}. */
@Command(
    name = "annette",
    mixinStandardHelpOptions = true,
    versionProvider = AnnetteCommand.Version.class,
    description = "Small neural networks from tables, and a look at saved ones.",
    subcommands = {
      TrainCommand.class,
      EvaluateCommand.class,
      PredictCommand.class,
      DescribeCommand.class,
      CompareCommand.class
    })
public final class AnnetteCommand {
  /** Runs a command and ends with 0, with 1 if it met something wrong, or with 2 for its usage. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** Returns the command with its subcommands. */
  static CommandLine commandLine() {
    return new CommandLine(new AnnetteCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(AnnetteCommand::report);
  }

  /** The version is that of the library. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"annette " + Annette.version()};
    }
  }

  /**
   * What the user can mend is a message: wrong files, and values that the library refuses. Anything
   * else is a stack trace for whoever mends this.
   */
  private static int report(Exception problem, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (problem instanceof NoSuchFileException missing) {
      String reason = missing.getReason() == null ? "" : ": " + missing.getReason();
      err.println("There is no file " + missing.getFile() + reason + ".");
    } else if (problem instanceof AccessDeniedException denied) {
      err.println(denied.getFile() + " may not be read or written here.");
    } else if (problem instanceof WrongInputException
        || problem instanceof IllegalArgumentException
        || problem instanceof TrainingDivergedException
        || problem instanceof IOException) {
      err.println(problem.getMessage());
    } else {
      problem.printStackTrace(err);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}

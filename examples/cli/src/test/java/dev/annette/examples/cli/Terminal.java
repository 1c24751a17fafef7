package dev.annette.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs the command as a terminal does, and returns what it prints. */
final class Terminal {
  private Terminal() {}

  /** Returns what a command prints that must end well. */
  static String succeed(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    assertEquals(0, run(out, err, arguments), err::toString);
    return out.toString();
  }

  /** Returns what a command says is wrong, which must be something that can be mended. */
  static String fail(Object... arguments) {
    return fail(1, arguments);
  }

  /** Returns what a command says is wrong with how it is called. */
  static String refuse(Object... arguments) {
    return fail(2, arguments);
  }

  private static String fail(int code, Object... arguments) {
    StringWriter err = new StringWriter();
    assertEquals(code, run(new StringWriter(), err, arguments), err::toString);
    assertEquals(-1, err.toString().indexOf("\tat "), err::toString);
    return err.toString();
  }

  private static int run(StringWriter out, StringWriter err, Object... arguments) {
    CommandLine command = AnnetteCommand.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    return command.execute(texts);
  }
}

package dev.annette.processor.write;

import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Texts of comments in generated code. */
final class Javadoc {
  /** The longest line of a comment's text, so that an indented one stays within 100 columns. */
  private static final int LINE = 90;

  private Javadoc() {}

  /** Returns a declaration as it may stand inside <code>{&#64;code …}</code>. */
  static String code(String source) {
    return source.replace("{", "(").replace("}", ")");
  }

  /** Returns a step as a formula: {@code hidden = dense(pixels, hidden.weights, hidden.bias)}. */
  static String formula(Step step) {
    List<String> arguments = new ArrayList<>();
    arguments.add(step.input().name());
    step.parameters().forEach(parameter -> arguments.add(parameter.name()));
    if (!step.op().details().isEmpty()) {
      arguments.add(step.op().details());
    }
    return step.output().name()
        + " = "
        + step.op().name()
        + "("
        + String.join(", ", arguments)
        + ")";
  }

  /** Returns a step's formula in reverse: {@code d pixels = dense'(d hidden)}. */
  static String reverse(Step step) {
    return step.input().gradient().name()
        + " = "
        + step.op().name()
        + "'("
        + step.output().gradient().name()
        + ")";
  }

  /** Returns the shape of a value in the constants of generated code: {@code [B, HIDDEN_UNITS]}. */
  static String shape(Value value) {
    String rows = value.isPerRow() ? "rows, " : "";
    String matrixRows = value.rows() == null ? "" : value.rows().constant() + ", ";
    return "[" + rows + matrixRows + value.width().constant() + "]";
  }

  /** Returns the steps of a network with its parameters, as a table for the class comment. */
  static String table(Program program) {
    int names = program.forward().stream().mapToInt(step -> formula(step).length()).max().orElse(0);
    StringBuilder table = new StringBuilder();
    for (Step step : program.forward()) {
      table.append("  ").append(pad(formula(step), Math.min(names, 70)));
      table.append("  [").append(step.output().width().size()).append("]");
      table.append(step.op().trainingOnly() ? "  training only\n" : "\n");
    }
    return table.toString();
  }

  /** Returns the penalties of a network, each as it is declared, with its meaning. */
  static String penalties(Program program) {
    return program.parameters().stream()
        .flatMap(parameter -> parameter.penalties().stream().map(p -> penalty(parameter, p)))
        .collect(Collectors.joining());
  }

  private static String penalty(Parameter parameter, dev.annette.processor.ir.Penalty penalty) {
    boolean isSquare = penalty.kind().equals("l2");
    String strength =
        ascii(isSquare ? penalty.scaling().l2Formula() : penalty.scaling().l1Formula());
    String sum =
        isSquare
            ? "1/2 * sum(" + parameter.value().name() + "^2)"
            : "sum(|" + parameter.value().name() + "|)";
    return "  "
        + parameter.value().layer()
        + ": "
        + penalty.strength().constant().source()
        + " adds "
        + strength
        + " * "
        + sum
        + ", lambda = "
        + penalty.strength().constant().value()
        + " ("
        + penalty.scaling().name().toLowerCase(Locale.ROOT)
        + ")\n";
  }

  private static String ascii(String formula) {
    return formula.replace("\u03bb", "lambda");
  }

  /** Returns the text in lines of at most 90 characters, broken at spaces. */
  static String wrap(String text) {
    StringBuilder wrapped = new StringBuilder();
    int column = 0;
    for (String word : text.strip().split(" ")) {
      if (column > 0 && column + 1 + word.length() > LINE) {
        wrapped.append('\n');
        column = 0;
      } else if (column > 0) {
        wrapped.append(' ');
        column++;
      }
      wrapped.append(word);
      column += word.length();
    }
    return wrapped.append('\n').toString();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}

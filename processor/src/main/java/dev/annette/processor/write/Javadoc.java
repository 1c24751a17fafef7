package dev.annette.processor.write;

import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Penalty;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import dev.annette.processor.ir.Value;
import dev.annette.rule.NumberRule;
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
      String line = "  " + pad(formula(step), Math.min(names, 70));
      line += "  [" + step.output().width().size() + "]";
      table.append(
          wrap(line + (step.op().trainingOnly() ? "  training only" : ""), "      ", LINE));
    }
    return table.toString();
  }

  /** Returns the penalties of a network, each as it is declared, with its meaning. */
  static String penalties(Program program) {
    double c = PenaltyText.factor(program);
    return program.parameters().stream()
        .flatMap(parameter -> parameter.penalties().stream().map(p -> penalty(parameter, p, c)))
        .collect(Collectors.joining());
  }

  private static String penalty(Parameter parameter, Penalty penalty, double c) {
    String strength = PenaltyText.ascii(penalty.formula());
    String line =
        "  "
            + parameter.value().name()
            + ": "
            + strength
            + " * "
            + penalty.sum()
            + ", lambda = "
            + penalty.strength().constant().name()
            + " = "
            + penalty.strength().constant().value()
            + (strength.contains("c") ? ", c = " + NumberRule.number(c) : "")
            + (penalty.scaling() == null
                ? ""
                : " (" + penalty.scaling().name().toLowerCase(Locale.ROOT) + ")");
    return wrap(line, "      ", LINE);
  }

  /** Returns the text in lines of at most 90 characters, broken at spaces. */
  static String wrap(String text) {
    return wrap(text.strip(), "", LINE);
  }

  /** Returns the text in lines of at most so many characters, all but the first indented. */
  static String wrap(String text, String indent, int width) {
    StringBuilder wrapped = new StringBuilder();
    String rest = text;
    while (rest.length() > width && rest.lastIndexOf(' ', width) > indent.length()) {
      int end = rest.lastIndexOf(' ', width);
      wrapped.append(rest.substring(0, end).stripTrailing()).append('\n');
      rest = indent + rest.substring(end).strip();
    }
    return wrapped.append(rest).append('\n').toString();
  }

  /** Returns lines of plain text as they may stand between the tags of {@code pre}. */
  static String preformatted(List<String> lines) {
    return lines.stream()
        .map(line -> line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        .map(line -> line.replace("*/", "*&#47;").replace("{@", "{&#64;"))
        .map(line -> line.isEmpty() ? "\n" : "  " + line + "\n")
        .collect(Collectors.joining());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}

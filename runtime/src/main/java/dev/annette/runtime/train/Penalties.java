package dev.annette.runtime.train;

import dev.annette.PenaltyBasis;
import dev.annette.PenaltyScaling;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.model.PenaltyRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The penalties of all parameters for one m and one batch size: their values and what to say about
 * them.
 *
 * @param parameters the parameters of the network
 * @param basis what their strengths depend on; m and n are 0 while they are not known
 */
record Penalties(List<LearnedParameter> parameters, PenaltyBasis basis) {
  /** The relative distance of neighbouring floats, halved: what rounding loses. */
  private static final double FLOAT_RESOLUTION = 0x1p-24;

  /**
   * Requires that m and n are known where a scaling needs them.
   *
   * @throws IllegalStateException naming the parameter
   */
  void requireScale() {
    for (LearnedParameter parameter : parameters) {
      if (parameter.needsExamples() && basis.examples() <= 0) {
        throw new IllegalStateException(
            "The penalty of "
                + parameter.name()
                + " is divided by m, the number of training examples, which is not known here: say"
                + " Training.online().examples(m), or give the penalty a scaling without m.");
      }
      if (parameter.needsBatchRows() && basis.batchRows() <= 0) {
        throw new IllegalStateException(
            "The penalty of "
                + parameter.name()
                + " is divided by n, the rows of a batch, which is not known before fit or"
                + " prepare.");
      }
    }
  }

  /** Returns the penalty of every penalised parameter by name. */
  Map<String, Double> values() {
    requireScale();
    Map<String, Double> values = new TreeMap<>();
    for (LearnedParameter parameter : parameters) {
      if (parameter.penalised()) {
        values.put(parameter.name(), parameter.penalty(basis));
      }
    }
    return values;
  }

  /** Returns the sum of all penalties, added in the order of the parameters. */
  double value() {
    requireScale();
    double sum = 0;
    for (LearnedParameter parameter : parameters) {
      sum += parameter.penalty(basis);
    }
    return sum;
  }

  /** Adds the gradient of all penalties to {@code [parameters]}, flat. */
  void addGradient(double[] gradient) {
    requireScale();
    int from = 0;
    for (LearnedParameter parameter : parameters) {
      parameter.addPenaltyGradient(gradient, from, basis);
      from += parameter.values().length;
    }
  }

  /** Returns one record per penalty. */
  List<PenaltyRecord> records() {
    return parameters.stream().flatMap(parameter -> parameter.penalties(basis).stream()).toList();
  }

  /**
   * Returns the effective strengths in words, and warnings about those that do not do their work.
   */
  List<String> remarks(Optimizer optimizer) {
    List<String> remarks = new ArrayList<>();
    for (PenaltyRecord record : records()) {
      String penalty =
          "@%s(%s) on %s"
              .formatted(
                  record.kind().toUpperCase(Locale.ROOT),
                  NumberRule.number(record.lambda()),
                  place(record.parameter()));
      remarks.add(penalty + ": " + calculation(record) + " on the mean loss");
      boolean l2 = record.kind().equals("l2");
      if (record.effective() == 0) {
        continue;
      }
      if (optimizer.adaptive() && l2) {
        remarks.add(
            "%s with %s: its gradient is divided by the running size of the gradients, so the"
                    .formatted(penalty, optimizer.name())
                + " weights that move most shrink least; AdamW shrinks all alike");
      } else if (!optimizer.adaptive()
          && record.effective() * optimizer.learningRate() < FLOAT_RESOLUTION) {
        remarks.add(
            "%s can have no effect: times the learning rate it is %s, below the resolution of"
                    .formatted(penalty, rounded(record.effective() * optimizer.learningRate()))
                + " floats, "
                + rounded(FLOAT_RESOLUTION));
      }
    }
    return remarks;
  }

  private static String place(String parameter) {
    String weights = ".weights";
    return parameter.endsWith(weights)
        ? parameter.substring(0, parameter.length() - weights.length())
        : parameter;
  }

  /** Returns the formula of the scaling with numbers for its letters: {@code 1/1437 = 6.96e-4}. */
  private String calculation(PenaltyRecord record) {
    PenaltyScaling scaling = PenaltyScaling.valueOf(record.scaling().toUpperCase(Locale.ROOT));
    String formula = record.kind().equals("l2") ? scaling.l2Formula() : scaling.l1Formula();
    formula = formula.split(",", 2)[0];
    StringBuilder text = new StringBuilder();
    for (char letter : formula.toCharArray()) {
      boolean afterNumber = text.length() > 0 && Character.isDigit(text.charAt(text.length() - 1));
      String number = number(letter, record);
      if (number != null && afterNumber) {
        text.append('*');
      }
      text.append(number == null ? letter : number);
    }
    return formula.length() == 1 ? text.toString() : text + " = " + rounded(record.effective());
  }

  private String number(char letter, PenaltyRecord record) {
    return switch (letter) {
      case 'λ' -> NumberRule.number(record.lambda());
      case 'm' -> NumberRule.number(basis.examples());
      case 'n' -> Integer.toString(basis.batchRows());
      case 'c' -> NumberRule.number(PenaltyScaling.lossFactor(basis));
      default -> null;
    };
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.2e", value).replaceFirst("e([-+])0", "e$1");
  }
}

package dev.annette.runtime.train;

import dev.annette.PenaltyBasis;
import dev.annette.PenaltyScaling;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.model.PenaltyRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
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
      if (parameter.terms().stream().anyMatch(PenaltyTerm::needsExamples)
          && basis.examples() <= 0) {
        throw new IllegalStateException(
            "The penalty of "
                + parameter.name()
                + " is divided by m, the number of training examples, which is not known here: say"
                + " Training.online().examples(m), or give the penalty a scaling without m.");
      }
      if (parameter.terms().stream().anyMatch(PenaltyTerm::needsBatchRows)
          && basis.batchRows() <= 0) {
        throw new IllegalStateException(
            "The penalty of "
                + parameter.name()
                + " is divided by n, the rows of a batch, which is not known before fit or"
                + " prepare.");
      }
    }
  }

  /** Returns every penalty that is part of the loss, by parameter and kind. */
  SortedMap<String, Double> values() {
    requireScale();
    SortedMap<String, Double> ledger = new TreeMap<>();
    for (LearnedParameter parameter : parameters) {
      parameter.addPenalties(ledger, basis);
    }
    return ledger;
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

  /** Returns a remark on every penalty whose zeros averages of the weights rarely keep. */
  List<Remark> ofAverages() {
    List<Remark> remarks = new ArrayList<>();
    for (LearnedParameter parameter : parameters) {
      for (PenaltyTerm term : parameter.terms()) {
        if (term.makesZeros() && term.effective(basis) != 0) {
          remarks.add(
              Remark.Kind.AVERAGED_ZEROS.says(
                  words(parameter, term)
                      + ": an average of weights is 0 only where all of them were, so the model has"
                      + " fewer exact zeros than the weights themselves"));
        }
      }
    }
    return remarks;
  }

  /**
   * Returns the effective strengths in words, and warnings about those that do not do their work.
   */
  List<Remark> remarks(Optimizer optimizer) {
    List<Remark> remarks = new ArrayList<>();
    for (LearnedParameter parameter : parameters) {
      for (PenaltyTerm term : parameter.terms()) {
        addRemarks(remarks, parameter, term, optimizer);
      }
    }
    double share = optimizer.weightDecay() * optimizer.learningRate();
    if (share >= 1) {
      remarks.add(overshooting("the weight decay of " + optimizer.name(), share));
    }
    return remarks;
  }

  private void addRemarks(
      List<Remark> remarks, LearnedParameter parameter, PenaltyTerm term, Optimizer optimizer) {
    double effective = term.effective(basis);
    String penalty = words(parameter, term);
    remarks.add(
        Remark.Kind.EFFECTIVE_STRENGTH.says(
            penalty + ": " + calculation(term, effective) + " " + term.actsOn()));
    if (effective == 0) {
      return;
    }
    term.caution(optimizer)
        .map(caution -> caution.after(penalty + " with " + optimizer.name() + ": "))
        .ifPresent(remarks::add);
    double share = term.shrinkage(optimizer, basis);
    if (share >= 1) {
      remarks.add(overshooting(penalty, share));
    }
    // what takes a share of a weight is rounded away; a threshold is not, however small
    if (share > 0
        && !optimizer.adaptive()
        && effective * optimizer.learningRate() < FLOAT_RESOLUTION) {
      remarks.add(
          Remark.Kind.WITHOUT_EFFECT.says(
              "%s can have no effect: times the learning rate it is %s, below the resolution of"
                      .formatted(penalty, rounded(effective * optimizer.learningRate()))
                  + " floats, "
                  + rounded(FLOAT_RESOLUTION)));
    }
  }

  /** Returns a penalty as it acts: {@code @L1(0.5) on output}. */
  private static String words(LearnedParameter parameter, PenaltyTerm term) {
    return "@%s%s(%s) on %s"
        .formatted(
            term.kind().substring(0, 1).toUpperCase(Locale.ROOT),
            term.kind().substring(1),
            NumberRule.number(term.strength().value()),
            place(parameter.name()));
  }

  private static Remark overshooting(String penalty, double share) {
    return Remark.Kind.OVERSHOOTING_DECAY.says(
        "%s takes %s times a weight off it in every step, so weights change their sign; take a"
                .formatted(penalty, rounded(share))
            + " smaller strength or learning rate, with a product below 1");
  }

  private static String place(String parameter) {
    String weights = ".weights";
    return parameter.endsWith(weights)
        ? parameter.substring(0, parameter.length() - weights.length())
        : parameter;
  }

  /** Returns the formula of the scaling with numbers for its letters: {@code 1/1437 = 6.96e-4}. */
  private String calculation(PenaltyTerm term, double effective) {
    String formula = term.formula();
    formula = formula.split(",", 2)[0];
    StringBuilder text = new StringBuilder();
    for (char letter : formula.toCharArray()) {
      boolean afterNumber = text.length() > 0 && Character.isDigit(text.charAt(text.length() - 1));
      String number = number(letter, term);
      if (number != null && afterNumber) {
        text.append('*');
      }
      text.append(number == null ? letter : number);
    }
    return formula.length() == 1 ? text.toString() : text + " = " + rounded(effective);
  }

  private String number(char letter, PenaltyTerm term) {
    return switch (letter) {
      case 'λ' -> NumberRule.number(term.strength().value());
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

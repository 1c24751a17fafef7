package dev.annette.processor.write;

import dev.annette.PenaltyBasis;
import dev.annette.PenaltyScaling;
import dev.annette.processor.ir.Penalty;
import dev.annette.processor.ir.Program;
import dev.annette.rule.NumberRule;

/** The strength of a penalty in ASCII, for comments and texts of generated code. */
final class PenaltyText {
  private PenaltyText() {}

  /** Returns the effective strength with the declared numbers filled in: {@code 0.1/m}. */
  static String strength(Penalty penalty, Program program) {
    double lambda = penalty.strength().constant().value().doubleValue();
    return ascii(penalty.formula())
        .replace("c", NumberRule.number(factor(program)))
        .replace("lambda", NumberRule.number(lambda));
  }

  /** Returns the factor c of {@link PenaltyScaling}: what lasso's convention makes of λ = 1. */
  static double factor(Program program) {
    int outputs = program.outputs().width().size();
    return PenaltyScaling.SKLEARN_LASSO.effectiveL2(
        1, new PenaltyBasis(1, 1, program.declaration().loss().loss(), outputs));
  }

  /** Returns a formula of {@link PenaltyScaling} in ASCII. */
  static String ascii(String formula) {
    return formula
        .replaceAll("([2c])\u03bb", "$1 * \u03bb")
        .replace("\u03bbm", "\u03bb * m")
        .replace("\u03bb", "lambda");
  }
}

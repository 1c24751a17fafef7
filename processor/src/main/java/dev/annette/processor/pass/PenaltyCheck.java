package dev.annette.processor.pass;

import dev.annette.PenaltyScaling;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.Declaration;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.layer.PenaltySpec;
import dev.annette.rule.NumberRule;

/** The rules between a penalty's strength, its scaling and the loss. */
final class PenaltyCheck {
  private final Declaration declaration;
  private final Diagnostics problems;

  PenaltyCheck(Declaration declaration, Diagnostics problems) {
    this.declaration = declaration;
    this.problems = problems;
  }

  /** Reports a scaling that has no meaning here, and a strength out of its range. */
  void check(LayerDeclaration layer, PenaltySpec penalty) {
    PenaltyScaling meaning = Lowering.scaling(penalty.scaling(), declaration);
    boolean isOwn = penalty.scaling() != PenaltyScaling.NETWORK;
    String on = " on " + layer.name();
    if (!penalty.isDefinedBy(meaning)) {
      problems.report(
          Problem.CONFLICT,
          penalty.declared().origin("scaling"),
          penalty.declared().source(isOwn ? "scaling" : "value")
              + on
              + (isOwn ? ": " : ": the scaling of the network, ")
              + meaning
              + (isOwn ? "" : ",")
              + " does not say what "
              + penalty.noun()
              + " means. Take another scaling, such as TEXTBOOK.");
    } else if (isOwn && !meaning.fits(declaration.loss().loss())) {
      problems.report(
          Problem.CONFLICT,
          penalty.declared().origin("scaling"),
          penalty.declared().source("scaling")
              + on
              + ": "
              + PenaltySpec.misfit(meaning, declaration.loss().loss()));
    }
    NumberRule rule = PenaltySpec.rule(meaning);
    if (!rule.allows(penalty.lambda())) {
      problems.report(
          Problem.OUT_OF_RANGE,
          penalty.origin(),
          penalty.source()
              + on
              + (rule == NumberRule.INVERSE_PENALTY ? ": under " + meaning + ", " : ": ")
              + rule.clause()
              + "."
              + rule.suggestion(penalty.lambda()));
    }
  }
}

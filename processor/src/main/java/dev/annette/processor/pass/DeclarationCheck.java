package dev.annette.processor.pass;

import dev.annette.Activation;
import dev.annette.Loss;
import dev.annette.PenaltyScaling;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ActivationSpec;
import dev.annette.processor.ir.Declaration;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.layer.PenaltySpec;
import dev.annette.rule.NumberRule;
import java.util.Locale;

/** The rules that hold between the parts of a declaration: loss and output, penalty and layer. */
public final class DeclarationCheck {
  private final Declaration declaration;
  private final Diagnostics problems;

  private DeclarationCheck(Declaration declaration, Diagnostics problems) {
    this.declaration = declaration;
    this.problems = problems;
  }

  /** Reports every contradiction in a declaration. */
  public static void check(Declaration declaration, Diagnostics problems) {
    DeclarationCheck check = new DeclarationCheck(declaration, problems);
    for (int i = 0; i < declaration.layers().size(); i++) {
      LayerDeclaration layer = declaration.layers().get(i);
      check.checkPlace(layer, i);
      if (layer == declaration.output()) {
        check.checkOutput(layer);
      } else {
        check.checkSoftmax(layer);
      }
      for (ModifierSpec modifier : layer.modifiers()) {
        check.checkRoles(layer, modifier);
        if (modifier instanceof PenaltySpec penalty) {
          check.checkPenalty(layer, penalty);
        }
      }
    }
  }

  private void checkPlace(LayerDeclaration layer, int index) {
    if (!layer.spec().mustBeFirst() || index == 0) {
      return;
    }
    LayerDeclaration first = declaration.layers().get(0);
    String before = declaration.layers().get(index - 1).name();
    problems.report(
        Problem.MISPLACED,
        layer.origin(),
        layer.name()
            + " stands after "
            + before
            + ", but it measures raw features, so it must be the first layer. "
            + (first.spec().mustBeFirst()
                ? "Remove it: " + first.name() + " does so already."
                : "Move " + layer.name() + " to the top."));
  }

  private void checkOutput(LayerDeclaration output) {
    if (!output.spec().canBeOutput()) {
      problems.report(
          Problem.MISSING,
          output.origin(),
          output.name()
              + " is the last layer, but it has no units: the loss compares the outputs of the last"
              + " layer with the targets. Add an output below it: @Dense(units = 1) Layer output;");
    } else if (declaration.loss().loss() == Loss.CROSS_ENTROPY && width(output) == 1) {
      problems.report(
          Problem.CONFLICT,
          output.shapeOrigin(),
          output.name()
              + " has 1 unit, but CROSS_ENTROPY chooses one of several classes, and the softmax of"
              + " one number is always 1. Write one unit for each class, or take"
              + " BINARY_CROSS_ENTROPY for yes or no.");
    } else if (declaration.loss().loss().isCrossEntropy()) {
      output.spec().activation().ifPresent(activation -> checkLink(output, activation));
    } else {
      checkSoftmax(output);
    }
  }

  /** A cross-entropy takes logits: its softmax or sigmoid is part of it, and no other fits. */
  private void checkLink(LayerDeclaration output, ActivationSpec activation) {
    Loss loss = declaration.loss().loss();
    boolean isCategorical = loss == Loss.CROSS_ENTROPY;
    Activation link = isCategorical ? Activation.SOFTMAX : Activation.SIGMOID;
    Activation otherLink = isCategorical ? Activation.SIGMOID : Activation.SOFTMAX;
    Loss otherLoss = isCategorical ? Loss.BINARY_CROSS_ENTROPY : Loss.CROSS_ENTROPY;
    Activation declared = activation.activation();
    if (declared == Activation.LINEAR || declared == link) {
      return;
    }
    problems.report(
        Problem.CONFLICT,
        activation.origin(),
        activation.source()
            + " on "
            + output.name()
            + " contradicts @Network(loss = "
            + loss
            + "): that loss applies "
            + link
            + " itself, to the numbers before it. Write "
            + link
            + " or LINEAR, or take "
            + (declared == otherLink ? "loss = " + otherLoss : "another loss")
            + ".");
  }

  private void checkSoftmax(LayerDeclaration layer) {
    layer
        .spec()
        .activation()
        .filter(activation -> activation.activation() == Activation.SOFTMAX && width(layer) == 1)
        .ifPresent(
            activation ->
                problems.report(
                    Problem.CONFLICT,
                    activation.origin(),
                    activation.source()
                        + " on "
                        + layer.name()
                        + ": the softmax of one number is always 1, so 1 unit would learn nothing."
                        + " Take more units, or SIGMOID."));
  }

  private long width(LayerDeclaration layer) {
    return layer.spec().outputShape(declaration.input()).size();
  }

  private void checkRoles(LayerDeclaration layer, ModifierSpec modifier) {
    for (Parameter.Role role : Parameter.Role.values()) {
      if (modifier.roles().contains(role) && !layer.spec().roles().contains(role)) {
        boolean isBias = role == Parameter.Role.BIAS;
        problems.report(
            isBias ? Problem.CONFLICT : Problem.MISPLACED,
            modifier.origin(role),
            modifier.source(role)
                + " on "
                + layer.name()
                + (isBias
                    ? " speaks of the bias, but the layer has none (bias = false). Remove bias from"
                        + " one of the two."
                    : " acts on weights, but this layer has none. Move it to a layer with units,"
                        + " such as @Dense."));
        return;
      }
    }
  }

  private void checkPenalty(LayerDeclaration layer, PenaltySpec penalty) {
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
              + " does not say what an "
              + penalty.kind().toUpperCase(Locale.ROOT)
              + " penalty means. Take another scaling, such as TEXTBOOK.");
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

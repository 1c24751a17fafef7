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
    check.checkOutput();
    for (int i = 0; i < declaration.layers().size(); i++) {
      check.checkPlace(declaration.layers().get(i), i);
      check.checkSoftmax(declaration.layers().get(i));
      declaration
          .layers()
          .get(i)
          .modifiers()
          .forEach(check.modifierOf(declaration.layers().get(i)));
    }
  }

  private void checkOutput() {
    LayerDeclaration output = declaration.output();
    if (!output.spec().canBeOutput()) {
      problems.report(
          Problem.MISSING,
          output.origin(),
          output.name()
              + " is the last layer, but it has no units: the loss compares the outputs of the last"
              + " layer with the targets. Add an output layer below it, such as @Dense(units = 1)"
              + " Layer output;.");
      return;
    }
    output.spec().activation().ifPresent(activation -> checkLoss(output, activation));
  }

  /** A cross-entropy takes logits: its softmax or sigmoid is part of it, and no other fits. */
  private void checkLoss(LayerDeclaration output, ActivationSpec activation) {
    Loss loss = declaration.loss().loss();
    Activation link = loss == Loss.CROSS_ENTROPY ? Activation.SOFTMAX : Activation.SIGMOID;
    Activation declared = activation.activation();
    if (loss.isCrossEntropy() && declared != Activation.LINEAR && declared != link) {
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
              + " or LINEAR, or take another loss.");
    }
    if (loss == Loss.CROSS_ENTROPY && output.spec().outputShape(declaration.input()).size() == 1) {
      problems.report(
          Problem.CONFLICT,
          output.origin(),
          output.name()
              + " has 1 unit, but CROSS_ENTROPY chooses one of several classes, and the softmax of"
              + " one number is always 1. Write one unit for each class, or take"
              + " BINARY_CROSS_ENTROPY for yes or no.");
    }
  }

  private void checkPlace(LayerDeclaration layer, int index) {
    if (layer.spec().mustBeFirst() && index > 0) {
      problems.report(
          Problem.MISPLACED,
          layer.origin(),
          "@Standardize on "
              + layer.name()
              + " stands after "
              + declaration.layers().get(index - 1).name()
              + ", but it measures raw features, so it must be the first layer. Move "
              + layer.name()
              + " to the top.");
    }
  }

  private void checkSoftmax(LayerDeclaration layer) {
    ActivationSpec activation = layer.spec().activation().orElse(null);
    boolean isLink = layer == declaration.output() && declaration.loss().loss().isCrossEntropy();
    if (activation != null
        && activation.activation() == Activation.SOFTMAX
        && !isLink
        && layer.spec().outputShape(declaration.input()).size() == 1) {
      problems.report(
          Problem.CONFLICT,
          activation.origin(),
          activation.source()
              + " on "
              + layer.name()
              + ": the softmax of one number is always 1, so 1 unit would learn nothing. Take more"
              + " units, or SIGMOID.");
    }
  }

  private java.util.function.Consumer<ModifierSpec> modifierOf(LayerDeclaration layer) {
    return modifier -> {
      checkRoles(layer, modifier);
      if (modifier instanceof PenaltySpec penalty) {
        checkScaling(layer, penalty);
      }
    };
  }

  private void checkRoles(LayerDeclaration layer, ModifierSpec modifier) {
    if (modifier.roles().isEmpty() || layer.spec().roles().containsAll(modifier.roles())) {
      return;
    }
    boolean hasWeights = layer.spec().roles().contains(Parameter.Role.WEIGHT);
    String message =
        hasWeights
            ? modifier.source()
                + " on "
                + layer.name()
                + " speaks of the bias, but the layer has none (bias = false). Remove bias from one"
                + " of the two."
            : modifier.source()
                + " on "
                + layer.name()
                + " acts on weights, but this layer has none. Move it to a layer with units, such as"
                + " @Dense.";
    problems.report(hasWeights ? Problem.CONFLICT : Problem.MISPLACED, modifier.origin(), message);
  }

  private void checkScaling(LayerDeclaration layer, PenaltySpec penalty) {
    PenaltyScaling meaning = Lowering.scaling(penalty.scaling(), declaration);
    String subject = penalty.source() + " on " + layer.name();
    if (!penalty.isDefinedBy(meaning)) {
      problems.report(
          Problem.CONFLICT,
          penalty.scalingOrigin(),
          subject
              + ": "
              + meaning
              + " does not say what an "
              + penalty.kind().toUpperCase(java.util.Locale.ROOT)
              + " penalty means. Take another scaling, such as TEXTBOOK.");
    } else if (!meaning.fits(declaration.loss().loss())) {
      problems.report(
          Problem.CONFLICT,
          penalty.scalingOrigin(),
          subject
              + ": "
              + meaning
              + " belongs to "
              + (meaning == PenaltyScaling.SKLEARN_LOGISTIC ? "a cross-entropy" : "a squared error")
              + ", but the loss is "
              + declaration.loss().loss()
              + ". Take another scaling, such as TEXTBOOK.");
    } else if (!PenaltySpec.rule(meaning).allows(penalty.lambda())) {
      problems.report(
          Problem.OUT_OF_RANGE,
          penalty.origin(),
          subject + ": " + PenaltySpec.rule(meaning).clause() + ".");
    }
  }
}

package dev.annette.processor.pass;

import dev.annette.Activation;
import dev.annette.Loss;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ActivationSpec;
import dev.annette.processor.ir.Declaration;
import dev.annette.processor.ir.LayerDeclaration;

/** The rules between the loss, the output's activation and the number of units. */
final class ActivationCheck {
  private final Declaration declaration;
  private final Diagnostics problems;

  ActivationCheck(Declaration declaration, Diagnostics problems) {
    this.declaration = declaration;
    this.problems = problems;
  }

  /** Reports a layer whose activation or width contradicts the loss or itself. */
  void check(LayerDeclaration layer) {
    if (layer.equals(declaration.output())) {
      checkOutput(layer);
    } else {
      checkSoftmax(layer);
    }
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
}

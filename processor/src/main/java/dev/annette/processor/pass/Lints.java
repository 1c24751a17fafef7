package dev.annette.processor.pass;

import dev.annette.Activation;
import dev.annette.Initializer;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.Declaration;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.layer.BatchNormKind.BatchNormSpec;
import dev.annette.processor.layer.DropoutKind.DropoutSpec;
import dev.annette.processor.layer.InitKind.StartSpec;
import java.util.List;

/** Warnings about declarations that compile but rarely mean what they say. */
public final class Lints {
  private static final double STRONG_INPUT_DROPOUT = 0.5;

  private final Declaration declaration;
  private final Diagnostics problems;

  private Lints(Declaration declaration, Diagnostics problems) {
    this.declaration = declaration;
    this.problems = problems;
  }

  /** Reports every warning that is not allowed. */
  public static void check(Declaration declaration, Diagnostics problems) {
    Lints lints = new Lints(declaration, problems);
    boolean learnsBefore = false;
    for (LayerDeclaration layer : declaration.layers()) {
      for (DropoutSpec dropout : layer.modifiers(DropoutSpec.class)) {
        lints.checkDropout(layer, dropout, learnsBefore || layer.spec().canBeOutput());
      }
      lints.checkDecays(layer);
      lints.checkSelu(layer);
      lints.checkBias(layer);
      lints.checkDropoutBefore(layer);
      learnsBefore |= layer.spec().canBeOutput();
    }
  }

  private void checkDropout(LayerDeclaration layer, DropoutSpec dropout, boolean isHidden) {
    if (layer.equals(declaration.output()) && dropout.rate() > 0) {
      warn(
          Problem.DROPOUT_ON_OUTPUT,
          layer,
          dropout.origin(),
          dropout.source()
              + " on "
              + layer.name()
              + " leaves out outputs that the loss compares with the targets. Put it on the layer"
              + " before.");
    }
    if (!isHidden && dropout.rate() > STRONG_INPUT_DROPOUT) {
      warn(
          Problem.STRONG_INPUT_DROPOUT,
          layer,
          dropout.origin(),
          dropout.source()
              + " on "
              + layer.name()
              + " leaves out more than half of the input features in each step. Rates up to 0.2 are"
              + " usual on the input.");
    }
  }

  private void checkBias(LayerDeclaration layer) {
    if (!layer.spec().roles().contains(Parameter.Role.BIAS)) {
      return;
    }
    for (BatchNormSpec norm : layer.modifiers(BatchNormSpec.class)) {
      warn(
          Problem.BIAS_BEFORE_BATCH_NORM,
          layer,
          norm.origin(),
          norm.source()
              + " on "
              + layer.name()
              + " takes away whatever the bias adds, and has a shift of its own. Write bias ="
              + " false.");
    }
  }

  /** Dropout makes variances larger in training than in prediction (Li et al. 2018). */
  private void checkDropoutBefore(LayerDeclaration layer) {
    List<LayerDeclaration> after =
        declaration.layers().subList(declaration.layers().indexOf(layer) + 1, layers());
    for (DropoutSpec dropout : layer.modifiers(DropoutSpec.class)) {
      after.stream()
          .filter(later -> dropout.rate() > 0 && !later.modifiers(BatchNormSpec.class).isEmpty())
          .findFirst()
          .ifPresent(
              later ->
                  warn(
                      Problem.DROPOUT_BEFORE_BATCH_NORM,
                      layer,
                      dropout.origin(),
                      dropout.source()
                          + " on "
                          + layer.name()
                          + " makes the inputs of @BatchNorm on "
                          + later.name()
                          + " vary more in training than in prediction, which uses the variances"
                          + " of training. Put dropout behind the last @BatchNorm."));
    }
  }

  private int layers() {
    return declaration.layers().size();
  }

  private void checkDecays(LayerDeclaration layer) {
    ModifierSpec square = modifier(layer, "l2");
    ModifierSpec decay = modifier(layer, "weightDecay");
    if (square != null && decay != null) {
      warn(
          Problem.TWO_DECAYS,
          layer,
          decay.origin(),
          decay.source()
              + " on "
              + layer.name()
              + " shrinks the weights that "
              + square.source()
              + " shrinks through the loss. Keep one of the two: under plain SGD they are the same, under"
              + " Adam and its kin the decay is the one that shrinks all weights alike.");
    }
  }

  private static ModifierSpec modifier(LayerDeclaration layer, String kind) {
    return layer.modifiers().stream()
        .filter(modifier -> modifier.kind().equals(kind))
        .findFirst()
        .orElse(null);
  }

  private void checkSelu(LayerDeclaration layer) {
    boolean isSelu =
        layer
            .spec()
            .activation()
            .filter(activation -> activation.activation() == Activation.SELU)
            .isPresent();
    for (StartSpec start : layer.modifiers(StartSpec.class)) {
      if (isSelu && !isLecun(start.initializer())) {
        warn(
            Problem.SELU_INITIALIZER,
            layer,
            start.origin(),
            start.source()
                + " on "
                + layer.name()
                + ": SELU keeps mean 0 and variance 1 only from weights of variance 1/in. Write"
                + " LECUN_NORMAL, or leave @Init away.");
      }
    }
  }

  private static boolean isLecun(Initializer initializer) {
    return initializer == Initializer.LECUN_NORMAL || initializer == Initializer.LECUN_UNIFORM;
  }

  private void warn(Problem lint, LayerDeclaration layer, Origin origin, String message) {
    boolean allowed =
        declaration.allowed().contains(lint.key()) || layer.allowed().contains(lint.key());
    if (!allowed) {
      problems.report(
          lint, origin, message + " If it is meant, write @Allow(\"" + lint.key() + "\").");
    }
  }
}

package dev.annette.processor.pass;

import dev.annette.Loss;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.Declaration;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.layer.PenaltySpec;
import java.util.List;

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
    ActivationCheck activations = new ActivationCheck(declaration, problems);
    PenaltyCheck penalties = new PenaltyCheck(declaration, problems);
    for (int i = 0; i < declaration.layers().size(); i++) {
      LayerDeclaration layer = declaration.layers().get(i);
      check.checkPlace(layer, i);
      activations.check(layer);
      check.checkNormalisation(layer);
      for (ModifierSpec modifier : layer.modifiers()) {
        check.checkRoles(layer, modifier);
        check.checkOutputs(layer, modifier);
        if (modifier instanceof PenaltySpec penalty) {
          penalties.check(layer, penalty);
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

  private void checkOutputs(LayerDeclaration layer, ModifierSpec modifier) {
    Loss loss = declaration.loss().loss();
    boolean isOutput = layer.equals(declaration.output());
    if (modifier.penalisesOutputs() && isOutput && loss.isCrossEntropy()) {
      problems.report(
          Problem.MISPLACED,
          modifier.origin(),
          modifier.source()
              + " on "
              + layer.name()
              + " penalises outputs, but "
              + loss
              + " takes this layer's numbers before the activation. Put it on a layer before.");
      return;
    }
    if (layer.spec().isUnread()) {
      return;
    }
    modifier
        .objectionTo(layer.spec())
        .ifPresent(
            clause ->
                problems.report(
                    Problem.CONFLICT,
                    modifier.origin(),
                    modifier.source() + " on " + layer.name() + ": " + clause));
  }

  private void checkRoles(LayerDeclaration layer, ModifierSpec modifier) {
    for (Parameter.Role role : Parameter.Role.values()) {
      if (modifier.roles().contains(role) && !layer.roles().contains(role)) {
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

  private void checkNormalisation(LayerDeclaration layer) {
    List<ModifierSpec> all = layer.modifiers().stream().filter(ModifierSpec::normalises).toList();
    if (all.size() > 1) {
      problems.report(
          Problem.CONFLICT,
          all.get(1).origin(),
          layer.name()
              + " carries "
              + all.get(0).source()
              + " and "
              + all.get(1).source()
              + ", but a layer is normalised once. Remove one of the two.");
    }
  }
}

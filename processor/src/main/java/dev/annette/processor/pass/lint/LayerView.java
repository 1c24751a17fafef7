package dev.annette.processor.pass.lint;

import dev.annette.Activation;
import dev.annette.Loss;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ActivationSpec;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.pass.ShapedNetwork;
import java.util.List;
import java.util.Optional;

/**
 * A layer among the others, as a lint looks at it.
 *
 * @param network the declaration with its shapes
 * @param index the layer, from 0
 * @param problem what the lint warns of
 * @param problems takes the warnings
 */
public record LayerView(ShapedNetwork network, int index, Problem problem, Diagnostics problems) {
  /** Returns the layer. */
  LayerDeclaration layer() {
    return network.declaration().layers().get(index);
  }

  /** Returns whether the loss compares this layer's outputs with the targets. */
  boolean isOutput() {
    return layer().equals(network.declaration().output());
  }

  /** Returns whether it hands on raw features: no layer up to it has units. */
  boolean isInput() {
    return network.declaration().layers().subList(0, index + 1).stream()
        .noneMatch(layer -> layer.spec().canBeOutput());
  }

  /** Returns the layers behind it, in order. */
  List<LayerDeclaration> behind() {
    List<LayerDeclaration> all = network.declaration().layers();
    return all.subList(index + 1, all.size());
  }

  /** Returns the loss of the network. */
  Loss loss() {
    return network.declaration().loss().loss();
  }

  /** Returns how many numbers a row has that the layer reads. */
  long inputs() {
    return network.inputOf(index).size();
  }

  /** Returns how many numbers a row has that the layer hands on. */
  long outputs() {
    return network.outputs().get(index).size();
  }

  /** Returns its activation; LINEAR where it has none. */
  Activation activation() {
    return layer().spec().activation().map(ActivationSpec::activation).orElse(Activation.LINEAR);
  }

  /** Returns its modifiers that draw weights towards 0. */
  List<ModifierSpec> shrinking() {
    return layer().modifiers().stream().filter(ModifierSpec::shrinksWeights).toList();
  }

  /** Returns its modifier of a kind, if it has one. */
  Optional<ModifierSpec> modifier(String kind) {
    return layer().modifiers().stream().filter(one -> one.kind().equals(kind)).findFirst();
  }

  /** Reports a modifier of the layer: {@code @Dropout(0.5) on output} and what is wrong with it. */
  void warn(ModifierSpec modifier, String fault) {
    warn(modifier.origin(), modifier.source() + " on " + layer().name() + fault);
  }

  /** Reports a place, unless the warning is allowed for the layer or the network. */
  void warn(Origin origin, String message) {
    boolean allowed =
        network.declaration().allowed().contains(problem.key())
            || layer().allowed().contains(problem.key());
    if (!allowed) {
      problems.report(
          problem, origin, message + " If it is meant, write @Allow(\"" + problem.key() + "\").");
    }
  }
}

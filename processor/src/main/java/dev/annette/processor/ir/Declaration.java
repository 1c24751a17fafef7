package dev.annette.processor.ir;

import dev.annette.PenaltyScaling;
import dev.annette.processor.diagnostic.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A network as the user declared it.
 *
 * @param type the declaring class
 * @param input the shape of a row of features
 * @param rows the typed rows that become them, if rows have a type
 * @param loss what training makes small
 * @param scaling what the λ of a penalty means where the penalty does not say
 * @param layers in order
 * @param allowed keys of the warnings switched off for the whole network
 * @param origin the annotation that declares it
 */
public record Declaration(
    ClassRef type,
    Shape input,
    Optional<RowDeclaration> rows,
    LossChoice loss,
    PenaltyScaling scaling,
    List<LayerDeclaration> layers,
    List<String> allowed,
    Origin origin) {
  /** Copies the lists. */
  public Declaration {
    layers = List.copyOf(layers);
    allowed = List.copyOf(allowed);
  }

  /**
   * Returns the last layer that was declared, whose outputs the loss compares with the targets, in
   * the units of the labels where these are scaled.
   */
  public LayerDeclaration output() {
    LayerDeclaration last = layers.get(layers.size() - 1);
    return last.spec().scalesLabels() ? layers.get(layers.size() - 2) : last;
  }
}

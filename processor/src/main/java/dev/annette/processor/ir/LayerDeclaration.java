package dev.annette.processor.ir;

import dev.annette.processor.diagnostic.Origin;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A layer as the user declared it.
 *
 * @param name the field's name
 * @param spec what the layer is
 * @param modifiers what stands beside it
 * @param allowed keys of the warnings switched off for this layer
 * @param origin the field
 */
public record LayerDeclaration(
    String name,
    LayerSpec spec,
    List<ModifierSpec> modifiers,
    List<String> allowed,
    Origin origin) {
  /** Copies the lists. */
  public LayerDeclaration {
    modifiers = List.copyOf(modifiers);
    allowed = List.copyOf(allowed);
  }

  /** Returns where the shape of its outputs is declared: its units, or else the field. */
  public Origin shapeOrigin() {
    return spec.shapeOrigin().orElse(origin);
  }

  /** Returns the roles of the parameters that the layer has, with those of its modifiers. */
  public Set<Parameter.Role> roles() {
    Set<Parameter.Role> roles = new HashSet<>(spec.roles());
    modifiers.forEach(modifier -> roles.addAll(modifier.brings()));
    return roles;
  }

  /** Returns the modifiers of a kind of specification. */
  public <T extends ModifierSpec> List<T> modifiers(Class<T> kind) {
    return modifiers.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

package dev.annette.processor.layer;

import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.RuntimeObject;
import dev.annette.processor.ir.Value;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;

/**
 * A constraint on the weights of a layer.
 *
 * @param kind its name in descriptions, its annotation in lower camel case
 * @param source the declaration as written
 * @param attributes its numbers
 * @param origin where it is declared
 * @param object makes the object that moves a parameter into the constraint's set
 */
record ConstraintSpec(
    String kind,
    String source,
    SortedMap<String, Object> attributes,
    Origin origin,
    BiFunction<LayerBuilder, Value, RuntimeObject> object)
    implements ModifierSpec {
  @Override
  public Set<Parameter.Role> roles() {
    return Set.of(Parameter.Role.WEIGHT);
  }

  @Override
  public Optional<RuntimeObject> constraint(Parameter.Role role, Value value, LayerBuilder layer) {
    return role == Parameter.Role.WEIGHT
        ? Optional.of(object.apply(layer, value))
        : Optional.empty();
  }
}

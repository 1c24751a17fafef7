package dev.annette.processor.ir;

import dev.annette.processor.diagnostic.Origin;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What one layer is: its shape, its parameters and the operations it stands for. */
public interface LayerSpec {
  /** Returns the name of its kind in descriptions and model files: {@code dense}. */
  String kind();

  /**
   * Returns what was declared, for descriptions, by name: Integers, Doubles, Booleans, texts, and
   * the {@link ClassRef}s of classes that the user wrote.
   */
  SortedMap<String, Object> attributes();

  /** Returns the shape of a row of outputs for a shape of a row of inputs. */
  Shape outputShape(Shape input);

  /** Returns where the shape of its outputs is declared, if it is. */
  default Optional<Origin> shapeOrigin() {
    return Optional.empty();
  }

  /** Returns whether the declaration leaves the number of outputs to the label of typed rows. */
  default boolean leavesOutputs() {
    return false;
  }

  /**
   * Returns this layer with the number of outputs that the declaration leaves open.
   *
   * @param source what says how many there are
   */
  default LayerSpec withOutputs(int outputs, String source) {
    throw new IllegalStateException(kind() + " leaves nothing open");
  }

  /** Returns the roles of the parameters that it has. */
  Set<Parameter.Role> roles();

  /** Returns whether its outputs can be those of a network. */
  boolean canBeOutput();

  /** Returns whether its kind could not be told, which is reported; it then keeps every rule. */
  default boolean isUnread() {
    return false;
  }

  /** Returns whether it works on raw features only, so that it must come first. */
  default boolean mustBeFirst() {
    return false;
  }

  /** Returns whether it turns the outputs before it into the units of the labels. */
  default boolean scalesLabels() {
    return false;
  }

  /** Adds its parameters and operations, without its activation. */
  void lower(LayerBuilder layer);

  /** Returns its activation. */
  default Optional<ActivationSpec> activation() {
    return Optional.empty();
  }
}

package dev.annette.processor.ir;

import dev.annette.processor.diagnostic.Origin;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What stands beside a layer and changes it: a penalty, an initializer, noise. */
public interface ModifierSpec {
  /** Returns the name of its kind in descriptions and model files: {@code dropout}. */
  String kind();

  /** Returns the declaration as written: {@code @Dropout(0.5)}. */
  String source();

  /**
   * Returns what was declared, for descriptions, by name: Integers, Doubles, Booleans, texts, and
   * the {@link ClassRef}s of classes that the user wrote.
   */
  SortedMap<String, Object> attributes();

  /** Returns where it is declared. */
  Origin origin();

  /** Returns the roles of the parameters that it acts on; empty if it acts on outputs. */
  Set<Parameter.Role> roles();

  /** Returns what of the declaration makes it act on a role: {@code @L2(bias = true)}. */
  default String source(Parameter.Role role) {
    return source();
  }

  /** Returns where it is declared that it acts on a role. */
  default Origin origin(Parameter.Role role) {
    return origin();
  }

  /** Returns whether it makes sense as a layer of its own. */
  default boolean standsAlone() {
    return false;
  }

  /** Returns the roles of the parameters that it adds to its layer. */
  default Set<Parameter.Role> brings() {
    return Set.of();
  }

  /** Returns whether it stands between the weights of its layer and the activation. */
  default boolean normalises() {
    return false;
  }

  /**
   * Returns whether it makes every output mean 0 and variance 1 over a batch, so that it keeps
   * running statistics for predictions.
   */
  default boolean normalisesBatches() {
    return normalises() && brings().contains(Parameter.Role.STATISTIC);
  }

  /** Returns why it makes no sense on a layer of this width, as a clause, or nothing. */
  default Optional<String> objection(long width) {
    return Optional.empty();
  }

  /**
   * Returns what takes the place of the operation by which its layer multiplies by weights; nothing
   * for most.
   */
  default Optional<Connection> connection(LayerBuilder layer) {
    return Optional.empty();
  }

  /** Returns why it makes no sense beside this layer, as a clause, or nothing. */
  default Optional<String> objectionTo(LayerSpec layer) {
    return Optional.empty();
  }

  /** Returns whether it is a penalty on the outputs of its layer. */
  default boolean penalisesOutputs() {
    return false;
  }

  /** Adds what it does between the weights of its layer and the activation. */
  default void normalise(LayerBuilder layer) {}

  /**
   * Returns whether it acts on the outputs before modifiers that do not say so, wherever it is
   * written.
   */
  default boolean beforeNoise() {
    return false;
  }

  /** Returns the noise that it puts on the outputs in training; nothing at a rate of 0. */
  default Optional<Noise> noise() {
    return Optional.empty();
  }

  /** Returns whether its {@code value} is the strength of a penalty or decay. */
  default boolean isPenalty() {
    return false;
  }

  /** Returns whether it draws the weights of its layer towards 0. */
  default boolean shrinksWeights() {
    return false;
  }

  /** Adds what it does to the outputs of its layer, after the activation. */
  default void lower(LayerBuilder layer) {}

  /** Returns the penalty that it puts on a parameter. */
  default Optional<Penalty> penalty(Parameter.Role role, Value value, LayerBuilder layer) {
    return Optional.empty();
  }

  /** Returns the constraint that it puts on a parameter. */
  default Optional<RuntimeObject> constraint(Parameter.Role role, Value value, LayerBuilder layer) {
    return Optional.empty();
  }

  /** Returns how it makes a parameter start. */
  default Optional<InitSpec> init(Parameter.Role role, LayerBuilder layer) {
    return Optional.empty();
  }
}

package dev.annette.runtime.train;

import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.UpdateCoefficients;

/**
 * A rule by which a gradient changes parameters. Immutable: what it remembers from step to step
 * lives in state arrays beside each parameter.
 */
public interface Optimizer {

  /** Returns the kind: {@code Sgd.momentum}. State is kept from run to run while it is the same. */
  String name();

  /** Returns the step size η. */
  double learningRate();

  /** Returns how many state arrays a parameter needs, each of the parameter's length, from 0. */
  int stateArrays();

  /** Returns whether every number has its own step size, so that coupled penalties lose meaning. */
  boolean adaptive();

  /**
   * Returns whether a soft threshold after its step minimises the declared objective; otherwise L1
   * penalties enter by their subgradient.
   */
  default boolean proximal() {
    return true;
  }

  /** Returns whether its learning rate may change while its state is kept. */
  default boolean rateMayChange() {
    return true;
  }

  /** Returns its own decoupled decay of weights; 0 if it has none. */
  default double weightDecay() {
    return 0;
  }

  /**
   * Returns how far every number moves along its newest gradient, in η, if that is the same for all
   * numbers; 0 if each has its own step size. Where it is not 0, {@code state[0]} is the velocity
   * if there is a state.
   */
  default double reach() {
    return 0;
  }

  /** Returns how one writes it: {@code Sgd.momentum(0.05, 0.9)}. */
  String describe();

  /**
   * Sets its own numbers for one update; penalties are set already. A schedule may multiply the
   * learning rate afterwards, so what depends on it is computed where it is read.
   *
   * @param coefficients the numbers of the update
   * @param update how many updates the state has seen, this one included
   */
  void set(UpdateCoefficients coefficients, long update);

  /**
   * Makes the state go with a parameter that something else than {@link #update} has set: its
   * initializer, a model, or a caller. Averages of gradients, as most states are, go with any.
   *
   * @param values the parameter
   * @param state {@code [stateArrays()][values.length]}
   * @param coefficients those of the coming update
   */
  default void adopt(float[] values, float[][] state, UpdateCoefficients coefficients) {}

  /**
   * Changes the elements {@code [offset, offset + count)} of a parameter; calls for disjoint
   * elements run at the same time.
   *
   * @param values the parameter
   * @param state {@code [stateArrays()][values.length]}
   * @param gradient {@code [count]} from 0, of the data loss
   * @param coefficients what {@link #set} has set, and the penalties
   */
  void update(
      float[] values,
      float[][] state,
      int offset,
      float[] gradient,
      int count,
      UpdateCoefficients coefficients,
      Scratch scratch);
}

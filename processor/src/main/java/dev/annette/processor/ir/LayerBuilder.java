package dev.annette.processor.ir;

import dev.annette.Initializer;
import dev.annette.PenaltyScaling;

/** Takes the parameters and operations of one layer while a network is lowered. */
public interface LayerBuilder {
  /** Returns the width of what the layer reads. */
  Width inputWidth();

  /** Names a width: {@code units} of layer {@code hidden} becomes {@code HIDDEN_UNITS}. */
  Width width(String name, int size, String source);

  /** Names a number of the declaration. */
  Constant constant(String name, Number value, String source);

  /** Names a number of the declaration that a run can override. */
  Hyper hyper(String attribute, double value, String rule, String source);

  /** Returns a stream of random numbers of this layer. */
  RandomStream random(String purpose);

  /** Returns what a penalty's λ means, with the network's scaling filled in. */
  PenaltyScaling scaling(PenaltyScaling declared);

  /** Adds a learned matrix of weights, {@code [rows, columns]}; modifiers act on it. */
  Value weights(String name, Width rows, Width columns, Initializer initializer);

  /** Adds a learned vector of biases; modifiers act on it. */
  Value bias(String name, Width width);

  /** Adds a learned vector of gains, which start at 1; modifiers act on it. */
  Value gain(String name, Width width);

  /** Adds a learned matrix of numbers for categories, {@code [categories, dims]}. */
  Value embedding(String name, Width categories, Width dims);

  /** Adds a vector that follows the batches of training. */
  Value running(String name, Width width, Initializer start);

  /** Adds a vector that is measured on the training rows. */
  Value statistic(String name, Width width);

  /**
   * Adds the operation that multiplies what comes in by weights; a modifier may put another in its
   * place.
   *
   * @param parameters the weights, then the biases if there are any
   */
  void connect(Op op, Width output, Value... parameters);

  /** Adds an operation that reads what the layer has computed so far. */
  void apply(Op op, Width output, Value... parameters);
}

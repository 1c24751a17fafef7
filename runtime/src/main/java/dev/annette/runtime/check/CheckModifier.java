package dev.annette.runtime.check;

import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.TensorDescription;
import java.util.function.DoubleUnaryOperator;

/**
 * The mathematics of one kind of modifier in double precision; found and written like a {@link
 * CheckLayer}. A modifier does nothing but what it overrides.
 */
public interface CheckModifier {

  /** Returns the kind as descriptions write it: {@code l2}. */
  String kind();

  /**
   * Returns what the layer gives, where the modifier changes how the layer multiplies by its
   * weights; null where it does not.
   *
   * @param x {@code [rows, in]}, not to be changed
   */
  default Matrix connect(LayerPass pass, ModifierDescription modifier, Matrix x) {
    return null;
  }

  /**
   * Adds the gradients of the layer's tensors and returns the gradient by its input, where {@link
   * #connect} gave something; null where it did not.
   *
   * @param gradient {@code [rows, out]}, by what {@link #connect} returned; not to be changed
   */
  default Matrix connectBackward(LayerPass pass, ModifierDescription modifier, Matrix gradient) {
    return null;
  }

  /**
   * Returns the layer's activation, where the modifier changes it; null where it does not.
   *
   * @param z {@code [rows, out]}, not to be changed
   * @param activation of one number
   */
  default Matrix activate(
      LayerPass pass, ModifierDescription modifier, Matrix z, DoubleUnaryOperator activation) {
    return null;
  }

  /** Returns whether it stands between the weights of its layer and the activation. */
  default boolean normalises() {
    return false;
  }

  /**
   * Returns what the activation takes in place of what the weights give.
   *
   * @param z {@code [rows, out]}, not to be changed
   */
  default Matrix normalise(LayerPass pass, ModifierDescription modifier, Matrix z) {
    return z;
  }

  /**
   * Adds the gradients of the modifier's tensors and returns the gradient by what the weights give.
   *
   * @param gradient {@code [rows, out]}, by what {@link #normalise} returned; not to be changed
   */
  default Matrix normaliseBackward(LayerPass pass, ModifierDescription modifier, Matrix gradient) {
    return gradient;
  }

  /**
   * Returns whether what the layer hands on no longer tells what came out of its activation, even
   * with the mask of a {@code dropout} beside it.
   */
  default boolean blursOutput() {
    return false;
  }

  /**
   * Returns what becomes of the layer's output.
   *
   * @param y {@code [rows, out]}, not to be changed
   */
  default Matrix forward(LayerPass pass, ModifierDescription modifier, Matrix y) {
    return y;
  }

  /**
   * Returns the gradient by the layer's output.
   *
   * @param gradient {@code [rows, out]}, by what {@link #forward} returned; not to be changed
   */
  default Matrix backward(LayerPass pass, ModifierDescription modifier, Matrix gradient) {
    return gradient;
  }

  /**
   * Returns the penalty on one tensor of the layer and adds its gradient.
   *
   * @param values the tensor, row-major
   * @param gradient in and out: of the same length
   */
  default double penalty(
      PenaltyTerms terms,
      ModifierDescription modifier,
      TensorDescription tensor,
      double[] values,
      double[] gradient) {
    return 0;
  }
}

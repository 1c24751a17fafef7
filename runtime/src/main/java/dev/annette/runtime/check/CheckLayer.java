package dev.annette.runtime.check;

/**
 * The mathematics of one kind of layer in double precision.
 *
 * <p>Found by {@link java.util.ServiceLoader}: a new kind is a public class with a public
 * constructor and a line in {@code META-INF/services}. It has no state; what belongs to one layer
 * in one run is in the {@link LayerPass}.
 */
public interface CheckLayer {

  /** Returns the kind as descriptions write it: {@code dense}. */
  String kind();

  /**
   * Returns the layer's output; the activation, if it has one, follows by itself.
   *
   * @param x {@code [rows, in]}, not to be changed
   */
  Matrix forward(LayerPass pass, Matrix x);

  /**
   * Adds the gradients of the layer's tensors and returns the gradient by its input.
   *
   * @param gradient {@code [rows, out]}, by what {@link #forward} returned; not to be changed
   */
  Matrix backward(LayerPass pass, Matrix gradient);
}

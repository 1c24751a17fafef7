package dev.annette;

/**
 * The type of a field that declares a layer.
 *
 * <p>The field is never read or written: its name names the layer, its annotations describe it, and
 * its place among the other fields is its place in the network.
 *
 * <pre>{@code
 * @Dense(units = 128, activation = RELU) @L2(1) @Dropout(0.5) Layer hidden;
 * }</pre>
 */
public final class Layer {
  private Layer() {}
}

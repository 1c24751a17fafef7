package dev.annette.processor.pass;

import dev.annette.processor.ir.Declaration;
import dev.annette.processor.ir.Shape;
import java.util.List;

/**
 * A declaration with the shape of every layer's output.
 *
 * @param declaration what the user declared
 * @param outputs the shape of a row of each layer's outputs, in the order of the layers
 */
public record ShapedNetwork(Declaration declaration, List<Shape> outputs) {
  /** Copies the list of shapes. */
  public ShapedNetwork {
    outputs = List.copyOf(outputs);
  }

  /** Returns the shape of a row that a layer reads. */
  public Shape inputOf(int layer) {
    return layer == 0 ? declaration.input() : outputs.get(layer - 1);
  }
}

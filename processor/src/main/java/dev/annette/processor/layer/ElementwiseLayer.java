package dev.annette.processor.layer;

import dev.annette.processor.ir.LayerSpec;
import dev.annette.processor.ir.Shape;
import java.util.SortedMap;

/** A layer that hands on each number it takes, changed or not, and declares nothing. */
interface ElementwiseLayer extends LayerSpec {
  @Override
  default SortedMap<String, Object> attributes() {
    return new Described().map();
  }

  @Override
  default Shape outputShape(Shape input) {
    return input;
  }

  @Override
  default boolean canBeOutput() {
    return false;
  }
}

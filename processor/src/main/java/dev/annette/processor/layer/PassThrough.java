package dev.annette.processor.layer;

import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.LayerSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Shape;
import java.util.Set;
import java.util.SortedMap;

/** A layer that is only what its modifiers do: {@code @Dropout(0.2) Layer pixels;}. */
public record PassThrough() implements LayerSpec {
  @Override
  public String kind() {
    return "identity";
  }

  @Override
  public SortedMap<String, Object> attributes() {
    return new Described().map();
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public Set<Parameter.Role> roles() {
    return Set.of();
  }

  @Override
  public boolean canBeOutput() {
    return false;
  }

  @Override
  public void lower(LayerBuilder layer) {
    // nothing of its own: the modifiers follow
  }
}

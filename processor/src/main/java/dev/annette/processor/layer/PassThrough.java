package dev.annette.processor.layer;

import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.Parameter;
import java.util.Set;

/** A layer that is only what its modifiers do: {@code @Dropout(0.2) Layer pixels;}. */
public record PassThrough() implements ElementwiseLayer {
  @Override
  public String kind() {
    return "identity";
  }

  @Override
  public Set<Parameter.Role> roles() {
    return Set.of();
  }

  @Override
  public void lower(LayerBuilder layer) {
    // nothing of its own: the modifiers follow
  }
}

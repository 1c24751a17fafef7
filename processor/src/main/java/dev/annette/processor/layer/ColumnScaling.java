package dev.annette.processor.layer;

import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Width;
import dev.annette.processor.op.FillOp;
import dev.annette.processor.op.StandardizeOp;
import java.util.Set;

/**
 * The first layer of a network with typed rows, where their columns measure something: it fills
 * missing features and scales all.
 *
 * @param fills whether any feature is filled
 */
public record ColumnScaling(boolean fills) implements ElementwiseLayer {
  @Override
  public String kind() {
    return "columns";
  }

  @Override
  public Set<Parameter.Role> roles() {
    return Set.of(Parameter.Role.STATISTIC);
  }

  @Override
  public boolean mustBeFirst() {
    return true;
  }

  @Override
  public void lower(LayerBuilder layer) {
    Width width = layer.inputWidth();
    if (fills) {
      layer.apply(new FillOp(), width, layer.statistic("fill", width));
    }
    layer.apply(
        new StandardizeOp(),
        width,
        layer.statistic("mean", width),
        layer.statistic("scale", width));
  }
}

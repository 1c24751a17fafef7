package dev.annette.processor.layer;

import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Width;
import dev.annette.processor.op.UnscaleOp;
import java.util.Set;

/**
 * Behind the output of a network with typed rows whose labels are scaled: it turns outputs of mean
 * 0 and deviation 1 into the labels' own units, in which the loss compares them.
 */
public record LabelScaling() implements ElementwiseLayer {
  @Override
  public String kind() {
    return "labels";
  }

  @Override
  public Set<Parameter.Role> roles() {
    return Set.of(Parameter.Role.STATISTIC);
  }

  @Override
  public boolean scalesLabels() {
    return true;
  }

  @Override
  public void lower(LayerBuilder layer) {
    Width width = layer.inputWidth();
    layer.apply(
        new UnscaleOp(), width, layer.statistic("mean", width), layer.statistic("scale", width));
  }
}

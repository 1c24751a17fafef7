package dev.annette.processor.layer;

import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.LayerSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Shape;
import dev.annette.processor.ir.Width;
import dev.annette.processor.op.UnscaleOp;
import java.util.Set;
import java.util.SortedMap;

/**
 * Behind the output of a network with typed rows whose labels are scaled: it turns outputs of mean
 * 0 and deviation 1 into the labels' own units, in which the loss compares them.
 */
public record LabelScaling() implements LayerSpec {
  @Override
  public String kind() {
    return "labels";
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
    return Set.of(Parameter.Role.STATISTIC);
  }

  @Override
  public boolean canBeOutput() {
    return false;
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

package dev.annette.processor.layer;

import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.ir.Constant;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Width;
import dev.annette.processor.op.LayerNormOp;
import dev.annette.processor.op.RmsNormOp;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A normalisation of rows with its number.
 *
 * @param kind {@code layerNorm} or {@code rmsNorm}
 * @param source the annotation by name
 * @param epsilon what is added before the root is taken
 * @param centred whether the mean is taken away and a shift is learned
 * @param declared the annotation
 */
record RowNormSpec(String kind, String source, double epsilon, boolean centred, Attributes declared)
    implements ModifierSpec {
  @Override
  public Origin origin() {
    return declared.origin();
  }

  @Override
  public SortedMap<String, Object> attributes() {
    return new Described().with("epsilon", epsilon).map();
  }

  @Override
  public Set<Parameter.Role> roles() {
    return Set.of();
  }

  @Override
  public Set<Parameter.Role> brings() {
    return centred ? Set.of(Parameter.Role.GAIN, Parameter.Role.BIAS) : Set.of(Parameter.Role.GAIN);
  }

  @Override
  public boolean standsAlone() {
    return true;
  }

  @Override
  public boolean normalises() {
    return true;
  }

  @Override
  public Optional<String> objection(long width) {
    if (width > 1) {
      return Optional.empty();
    }
    return Optional.of(
        "it compares the units of a row, but there is 1, which would always become "
            + (centred ? "0" : "1 or -1")
            + ". Take more units, or remove it.");
  }

  @Override
  public void normalise(LayerBuilder layer) {
    Width width = layer.inputWidth();
    Constant added = layer.constant("epsilon", epsilon, declared.source("epsilon"));
    if (centred) {
      layer.apply(
          new LayerNormOp(added), width, layer.gain("gain", width), layer.bias("shift", width));
    } else {
      layer.apply(new RmsNormOp(added), width, layer.gain("gain", width));
    }
  }
}

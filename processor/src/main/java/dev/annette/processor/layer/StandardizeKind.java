package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.Standardize;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.LayerSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Width;
import dev.annette.processor.op.StandardizeOp;
import java.lang.annotation.Annotation;
import java.util.Set;

/** {@link Standardize}: features of mean 0 and deviation 1. */
@AutoService(LayerKind.class)
public final class StandardizeKind implements LayerKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return Standardize.class;
  }

  @Override
  public LayerSpec read(Attributes attributes) {
    return new StandardizeSpec();
  }

  /** A standardizing layer; it has no numbers of its own. */
  private record StandardizeSpec() implements ElementwiseLayer {
    @Override
    public String kind() {
      return "standardize";
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
      layer.apply(
          new StandardizeOp(),
          width,
          layer.statistic("mean", width),
          layer.statistic("scale", width));
    }
  }
}

package dev.annette.processor.column;

import com.google.auto.service.AutoService;
import dev.annette.MinMax;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ColumnCall;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.layer.Attributes;
import dev.annette.processor.layer.Described;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** {@link MinMax}: a number between two bounds. */
@AutoService(ColumnKind.class)
public final class MinMaxKind implements ColumnKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return MinMax.class;
  }

  @Override
  public ColumnPart read(Attributes attributes, ColumnType type) {
    double min = attributes.number("min", NumberRule.BOUND);
    double max = attributes.number("max", NumberRule.BOUND);
    boolean isGiven =
        NumberRule.BOUND.allows(attributes.number("min"))
            && NumberRule.BOUND.allows(attributes.number("max"));
    if (isGiven && min >= max) {
      String wrong = attributes.isWritten("min") ? "min" : "max";
      attributes.report(
          Problem.OUT_OF_RANGE,
          attributes.origin(wrong),
          attributes.source(wrong)
              + " on "
              + attributes.field()
              + ": max is what the greatest number becomes, so it must be above min, but min is "
              + NumberRule.number(min)
              + " and max is "
              + NumberRule.number(max)
              + ".");
    }
    return new MinMaxPart(attributes, min, max);
  }

  /** A number between two bounds. */
  private static final class MinMaxPart extends Part {
    private final double min;
    private final double max;

    MinMaxPart(Attributes attributes, double min, double max) {
      super(Slot.SCALING, attributes, Set.of(ColumnType.Family.NUMBER), "scales a number");
      this.min = min;
      this.max = max;
    }

    @Override
    public SortedMap<String, Object> attributes() {
      return new Described().with("minMax.min", min).with("minMax.max", max).map();
    }

    @Override
    public Optional<ColumnCall> scaling() {
      return Optional.of(ColumnCall.of("MinMaxScaling", min, max));
    }
  }
}

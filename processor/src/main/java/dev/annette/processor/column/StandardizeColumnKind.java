package dev.annette.processor.column;

import com.google.auto.service.AutoService;
import dev.annette.Standardize;
import dev.annette.processor.ir.ColumnCall;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.layer.Attributes;
import dev.annette.processor.layer.Described;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** {@link Standardize}: a number of mean 0 and deviation 1. */
@AutoService(ColumnKind.class)
public final class StandardizeColumnKind implements ColumnKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return Standardize.class;
  }

  @Override
  public ColumnPart read(Attributes attributes, ColumnType type) {
    return new StandardizePart(attributes);
  }

  /** A standardised number. */
  private static final class StandardizePart extends Part {
    StandardizePart(Attributes attributes) {
      super(Slot.SCALING, attributes, Set.of(ColumnType.Family.NUMBER), "scales a number");
    }

    @Override
    public SortedMap<String, Object> attributes() {
      return new Described().with("standardize", true).map();
    }

    @Override
    public Optional<ColumnCall> scaling() {
      return Optional.of(ColumnCall.of("StandardScaling"));
    }

    @Override
    public boolean scalesLabels() {
      return true;
    }
  }
}

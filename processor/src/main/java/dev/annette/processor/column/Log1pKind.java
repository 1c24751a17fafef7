package dev.annette.processor.column;

import com.google.auto.service.AutoService;
import dev.annette.Log1p;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.layer.Attributes;
import dev.annette.processor.layer.Described;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** {@link Log1p}: the logarithm of one more than a number. */
@AutoService(ColumnKind.class)
public final class Log1pKind implements ColumnKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return Log1p.class;
  }

  @Override
  public ColumnPart read(Attributes attributes, ColumnType type) {
    return new Log1pPart(attributes);
  }

  /** A logarithm. */
  private static final class Log1pPart extends Part {
    Log1pPart(Attributes attributes) {
      super(
          Slot.TRANSFORM,
          attributes,
          Set.of(ColumnType.Family.NUMBER),
          "takes the logarithm of a number");
    }

    @Override
    public SortedMap<String, Object> attributes() {
      return new Described().with("log1p", true).map();
    }

    @Override
    public Optional<String> transform() {
      return Optional.of("Log1p");
    }
  }
}

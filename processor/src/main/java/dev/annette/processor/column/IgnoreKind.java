package dev.annette.processor.column;

import com.google.auto.service.AutoService;
import dev.annette.Ignore;
import dev.annette.processor.ir.Column.Role;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.layer.Attributes;
import dev.annette.processor.layer.Described;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.SortedMap;

/** {@link Ignore}: a column that is not read. */
@AutoService(ColumnKind.class)
public final class IgnoreKind implements ColumnKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return Ignore.class;
  }

  @Override
  public ColumnPart read(Attributes attributes, ColumnType type) {
    return new IgnorePart(attributes);
  }

  /** The role of a column. */
  private static final class IgnorePart extends Part {
    IgnorePart(Attributes attributes) {
      super(Slot.ROLE, attributes, EnumSet.allOf(ColumnType.Family.class), "leaves a column out");
    }

    @Override
    public SortedMap<String, Object> attributes() {
      return new Described().map();
    }

    @Override
    public Optional<Role> role() {
      return Optional.of(Role.IGNORED);
    }
  }
}

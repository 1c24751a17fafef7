package dev.annette.processor.column;

import com.google.auto.service.AutoService;
import dev.annette.Label;
import dev.annette.processor.ir.Column.Role;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.layer.Attributes;
import dev.annette.processor.layer.Described;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.SortedMap;

/** {@link Label}: the column that is predicted. */
@AutoService(ColumnKind.class)
public final class LabelKind implements ColumnKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return Label.class;
  }

  @Override
  public ColumnPart read(Attributes attributes, ColumnType type) {
    return new LabelPart(attributes);
  }

  /** The role of a column. */
  private static final class LabelPart extends Part {
    LabelPart(Attributes attributes) {
      super(
          Slot.ROLE,
          attributes,
          EnumSet.of(
              ColumnType.Family.NUMBER,
              ColumnType.Family.BOOLEAN,
              ColumnType.Family.CATEGORY,
              ColumnType.Family.TEXT),
          "predicts a number, a boolean, an enum or a text");
    }

    @Override
    public SortedMap<String, Object> attributes() {
      return new Described().map();
    }

    @Override
    public Optional<Role> role() {
      return Optional.of(Role.LABEL);
    }
  }
}

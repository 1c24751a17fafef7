package dev.annette.processor.column;

import com.google.auto.service.AutoService;
import dev.annette.Weight;
import dev.annette.processor.ir.Column.Role;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.layer.Attributes;
import dev.annette.processor.layer.Described;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.SortedMap;

/** {@link Weight}: the column that says how much a row counts. */
@AutoService(ColumnKind.class)
public final class WeightKind implements ColumnKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return Weight.class;
  }

  @Override
  public ColumnPart read(Attributes attributes, ColumnType type) {
    return new WeightPart(attributes);
  }

  /** The role of a column. */
  private static final class WeightPart extends Part {
    WeightPart(Attributes attributes) {
      super(
          Slot.ROLE,
          attributes,
          EnumSet.of(ColumnType.Family.NUMBER),
          "says in a number how much the row counts");
    }

    @Override
    public SortedMap<String, Object> attributes() {
      return new Described().map();
    }

    @Override
    public Optional<Role> role() {
      return Optional.of(Role.WEIGHT);
    }
  }
}

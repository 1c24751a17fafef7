package dev.annette.processor.column;

import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.ir.ColumnEncoder;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.ir.ColumnType.Family;
import dev.annette.processor.layer.Attributes;
import dev.annette.processor.layer.Described;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** A feature for each category: of a text that declares them, or of every enum. */
public final class OneHotPart extends Part {
  private final List<String> categories;

  OneHotPart(Attributes attributes, List<String> categories) {
    super(Slot.ENCODING, attributes, Set.of(Family.TEXT), "declares the categories of a text");
    this.categories = categories;
  }

  private OneHotPart(ColumnType type, Origin origin) {
    super(
        Slot.ENCODING,
        type.text(),
        origin,
        Set.of(Family.CATEGORY),
        "is one feature for each constant");
    this.categories = type.constants();
  }

  /** Returns the part of a column of an enum, which no annotation needs to declare. */
  public static OneHotPart ofEnum(ColumnType type, Origin origin) {
    return new OneHotPart(type, origin);
  }

  @Override
  public SortedMap<String, Object> attributes() {
    return new Described().map();
  }

  @Override
  public Optional<ColumnEncoder> encoder() {
    return Optional.of(
        new ColumnEncoder("OneHot", "categories", categories, Math.max(1, categories.size())));
  }

  @Override
  public List<String> categories() {
    return categories;
  }
}

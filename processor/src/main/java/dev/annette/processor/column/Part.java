package dev.annette.processor.column;

import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType.Family;
import dev.annette.processor.layer.Attributes;
import java.util.Set;

/** What every part of a column has: where it stands, and what it can stand on. */
abstract class Part implements ColumnPart {
  private final Slot slot;
  private final String source;
  private final Origin origin;
  private final Set<Family> takes;
  private final String purpose;

  /** Creates the part that an annotation declares. */
  Part(Slot slot, Attributes attributes, Set<Family> takes, String purpose) {
    this(slot, attributes.source(), attributes.origin(), takes, purpose);
  }

  Part(Slot slot, String source, Origin origin, Set<Family> takes, String purpose) {
    this.slot = slot;
    this.source = source;
    this.origin = origin;
    this.takes = takes;
    this.purpose = purpose;
  }

  @Override
  public Slot slot() {
    return slot;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public Origin origin() {
    return origin;
  }

  @Override
  public Set<Family> takes() {
    return takes;
  }

  @Override
  public String purpose() {
    return purpose;
  }
}

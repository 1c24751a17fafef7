package dev.annette.processor.column;

import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.layer.Attributes;
import java.lang.annotation.Annotation;

/** Everything the compiler knows about one annotation of columns; found by service loading. */
public interface ColumnKind {
  /** Returns the annotation. */
  Class<? extends Annotation> annotation();

  /** Returns what the annotation's values say of a column of this type. */
  ColumnPart read(Attributes attributes, ColumnType type);
}

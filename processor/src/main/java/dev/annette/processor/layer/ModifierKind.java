package dev.annette.processor.layer;

import dev.annette.processor.ir.ModifierSpec;
import java.lang.annotation.Annotation;

/** Everything the compiler knows about one modifier annotation; found by service loading. */
public interface ModifierKind {
  /** Returns the annotation. */
  Class<? extends Annotation> annotation();

  /** Returns what the annotation's values do to the layer that they stand beside. */
  ModifierSpec read(Attributes attributes);
}

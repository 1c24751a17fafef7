package dev.annette.processor.layer;

import dev.annette.processor.ir.LayerSpec;
import java.lang.annotation.Annotation;

/** Everything the compiler knows about one layer annotation; found by service loading. */
public interface LayerKind {
  /** Returns the annotation. */
  Class<? extends Annotation> annotation();

  /** Returns the layer that the annotation's values declare. */
  LayerSpec read(Attributes attributes);
}

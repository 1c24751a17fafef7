package dev.annette.processor.pass.lint;

import dev.annette.processor.diagnostic.Problem;

/** One warning; found by service loading. */
public interface Lint {
  /** Returns what it warns of. */
  Problem problem();

  /** Looks at one layer and reports what it finds. */
  void look(LayerView layer);
}

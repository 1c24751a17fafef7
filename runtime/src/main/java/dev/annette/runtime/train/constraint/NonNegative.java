package dev.annette.runtime.train.constraint;

import dev.annette.runtime.train.Constraint;

/** {@code w ← max(w, 0)}. */
public final class NonNegative implements Constraint {
  @Override
  public void clamp(float[] values, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      values[i] = Math.max(values[i], 0f);
    }
  }
}

package dev.annette.runtime.train;

import java.util.List;

/**
 * A set that a learned parameter is moved into after every update. Numbers in the set stay as they
 * are. A constraint belongs to one parameter of one trainer and may keep working memory.
 */
public interface Constraint {
  /** Moves numbers into the set that depend on nothing but themselves; part of the update. */
  default void clamp(float[] values, int offset, int count) {}

  /** Returns the passes that move rows or columns into the set after the update. */
  default List<ParameterPass> passes(float[] values) {
    return List.of();
  }
}

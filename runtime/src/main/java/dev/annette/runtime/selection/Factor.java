package dev.annette.runtime.selection;

import dev.annette.runtime.train.Hyperparameter;
import dev.annette.runtime.train.Training;
import java.util.function.UnaryOperator;

/**
 * One thing that a run may have or not.
 *
 * @param name how tables name it: {@code dropout of hidden}
 * @param with what it makes of options that have it
 * @param without what it makes of options that do not
 */
record Factor(String name, UnaryOperator<Training> with, UnaryOperator<Training> without) {

  /** Returns a rate or strength that is left as it is, or turned off. */
  static Factor of(Hyperparameter declared) {
    return new Factor(
        declared.setting().toString(),
        UnaryOperator.identity(),
        training -> training.override(declared.setting(), declared.off()));
  }
}

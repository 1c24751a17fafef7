package dev.annette.runtime.selection;

import dev.annette.runtime.random.RandomSequence;
import dev.annette.runtime.train.Training;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** One thing that differs from candidate to candidate of a search. */
interface Dimension {

  /**
   * One choice.
   *
   * @param text the choice in words; two choices of a dimension with the same text are the same
   * @param change what it makes of the options of a run
   */
  record Value(String text, UnaryOperator<Training> change) {}

  /** Returns its name, unique in a space. */
  String name();

  /** Returns how many values there are; empty for the numbers of an interval. */
  OptionalLong size();

  /** Returns values at equal distances, all if there are no more. */
  List<Value> grid(int points);

  /** Returns a value by chance. */
  Value draw(RandomSequence random);
}

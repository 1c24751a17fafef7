package dev.annette.runtime.selection;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.random.RandomSequence;
import dev.annette.runtime.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/**
 * The numbers from one to another.
 *
 * @param low the smallest
 * @param high the largest
 * @param logarithmic whether equal factors are equally likely, rather than equal differences
 * @param change what a number makes of the options of a run
 */
record Range(
    String name,
    double low,
    double high,
    boolean logarithmic,
    BiFunction<Training, Double, Training> change)
    implements Dimension {

  /** Checks the ends. */
  Range {
    if (!(low < high && Double.isFinite(high - low))) {
      throw new IllegalArgumentException(
          "%s from %s to %s: the ends must be finite, the second above the first"
              .formatted(name, NumberRule.number(low), NumberRule.number(high)));
    }
    if (logarithmic && !(low > 0)) {
      throw new IllegalArgumentException(
          "%s from %s: equal factors never reach it; a logarithmic range begins above 0"
              .formatted(name, NumberRule.number(low)));
    }
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.empty();
  }

  @Override
  public List<Value> grid(int points) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      values.add(value(points == 1 ? at(0.5) : i == points - 1 ? high : at(i / (points - 1.0))));
    }
    return values;
  }

  @Override
  public Value draw(RandomSequence random) {
    return value(at(random.uniform()));
  }

  /** Returns the number at a share of the way, 0 being the smallest and 1 the largest. */
  private double at(double share) {
    return logarithmic ? low * StrictMath.pow(high / low, share) : low + share * (high - low);
  }

  private Value value(double number) {
    return new Value(Double.toString(number), training -> change.apply(training, number));
  }
}

package dev.annette.runtime.selection;

import dev.annette.runtime.random.RandomSequence;
import dev.annette.runtime.train.Training;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * The whole numbers from one to another, each equally likely.
 *
 * @param low the smallest
 * @param high the largest
 * @param change what a number makes of the options of a run
 */
record WholeRange(String name, int low, int high, BiFunction<Training, Integer, Training> change)
    implements Dimension {

  /** Checks the ends. */
  WholeRange {
    if (low >= high || (long) high - low >= Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "%s from %d to %d: the second must be above the first, by less than 2^31 - 1"
              .formatted(name, low, high));
    }
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.of((long) high - low + 1);
  }

  @Override
  public List<Value> grid(int points) {
    double step = points == 1 ? 0 : ((double) high - low) / (points - 1);
    double start = points == 1 ? low + ((double) high - low) / 2 : low;
    return IntStream.range(0, points)
        .map(i -> (int) Math.rint(start + i * step))
        .distinct()
        .mapToObj(this::value)
        .toList();
  }

  @Override
  public Value draw(RandomSequence random) {
    return value(low + random.below(high - low + 1));
  }

  private Value value(int number) {
    return new Value(Integer.toString(number), training -> change.apply(training, number));
  }
}

package dev.annette.runtime.selection;

import dev.annette.runtime.random.RandomSequence;
import java.util.List;
import java.util.OptionalLong;

/**
 * Values that have no order, each equally likely.
 *
 * @param values at least one, with texts of their own
 */
record Choices(String name, List<Value> values) implements Dimension {

  /** Checks and copies the list. */
  Choices {
    values = List.copyOf(values);
    long texts = values.stream().map(Value::text).distinct().count();
    if (values.isEmpty() || texts < values.size()) {
      throw new IllegalArgumentException(
          "%s has the choices %s: there must be at least one, and no two alike"
              .formatted(name, values.stream().map(Value::text).toList()));
    }
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.of(values.size());
  }

  /** Returns all values, however many points are asked for. */
  @Override
  public List<Value> grid(int points) {
    return values;
  }

  @Override
  public Value draw(RandomSequence random) {
    return values.get(random.below(values.size()));
  }
}

package dev.annette.runtime.selection;

import dev.annette.runtime.random.CounterRandom;
import dev.annette.runtime.random.Purpose;
import dev.annette.runtime.random.RandomSequence;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.Setting;
import dev.annette.runtime.train.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * What a {@link Search} chooses from: named ranges and choices, each of which changes the options
 * of a run. Immutable: every method returns a space with one dimension more.
 *
 * <pre>{@code
 * Space space =
 *     Space.empty()
 *         .logUniform(Setting.l2("hidden"), 0.01, 10)
 *         .uniform(Setting.dropout("hidden"), 0, 0.7)
 *         .logUniform("rate", (options, rate) -> options.optimizer(Adam.of(rate)), 1e-4, 1e-1)
 *         .choice("batch size", Training::batchSize, 16, 32, 64)
 *         .whole("epochs", Training::withEpochs, 10, 100);
 * }</pre>
 *
 * <p>Later dimensions change what earlier ones made of the options. A value that the options or the
 * network refuse is found when its candidate is tried.
 */
public final class Space {
  private final List<Dimension> dimensions;

  private Space(List<Dimension> dimensions) {
    this.dimensions = dimensions;
  }

  /** Returns the space without a dimension. */
  public static Space empty() {
    return new Space(List.of());
  }

  /**
   * Adds numbers of which equal differences are equally likely.
   *
   * @throws IllegalArgumentException if the ends are not finite, or not in order
   */
  public Space uniform(
      String name, BiFunction<Training, Double, Training> change, double low, double high) {
    return and(new Range(name, low, high, false, change));
  }

  /** Adds values of a declared rate or strength of which equal differences are equally likely. */
  public Space uniform(Setting setting, double low, double high) {
    return uniform(setting.toString(), override(setting), low, high);
  }

  /**
   * Adds numbers of which equal factors are equally likely.
   *
   * @throws IllegalArgumentException if the ends are not above 0 and finite, or not in order
   */
  public Space logUniform(
      String name, BiFunction<Training, Double, Training> change, double low, double high) {
    return and(new Range(name, low, high, true, change));
  }

  /** Adds values of a declared rate or strength of which equal factors are equally likely. */
  public Space logUniform(Setting setting, double low, double high) {
    return logUniform(setting.toString(), override(setting), low, high);
  }

  /**
   * Adds whole numbers, both ends included.
   *
   * @throws IllegalArgumentException if the ends are not in order
   */
  public Space whole(
      String name, BiFunction<Training, Integer, Training> change, int low, int high) {
    return and(new WholeRange(name, low, high, change));
  }

  /** Adds a choice of optimizers, under the name {@code optimizer}. */
  public Space optimizer(Optimizer... from) {
    return this.<Optimizer>choice("optimizer", Training::optimizer, from);
  }

  /**
   * Adds a choice of values of one class.
   *
   * @throws IllegalArgumentException if there is none, or two have the same text
   */
  @SafeVarargs
  public final <T> Space choice(String name, BiFunction<Training, T, Training> change, T... from) {
    return and(
        new Choices(
            name,
            Arrays.stream(from)
                .map(one -> new Dimension.Value(text(one), training -> change.apply(training, one)))
                .toList()));
  }

  /** Adds a choice of values of a declared rate or strength. */
  public Space choice(Setting setting, Double... from) {
    return choice(setting.toString(), override(setting), from);
  }

  /**
   * Adds a choice of named changes, in the order of the map.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Space choice(String name, Map<String, UnaryOperator<Training>> changes) {
    return and(
        new Choices(
            name,
            changes.entrySet().stream()
                .map(change -> new Dimension.Value(change.getKey(), change.getValue()))
                .toList()));
  }

  private static BiFunction<Training, Double, Training> override(Setting setting) {
    return (training, value) -> training.override(setting, value);
  }

  private static String text(Object value) {
    return value instanceof Optimizer rule ? rule.describe() : value.toString();
  }

  private Space and(Dimension dimension) {
    if (names().contains(dimension.name())) {
      throw new IllegalArgumentException(
          "a space with two dimensions named %s; each needs a name of its own"
              .formatted(dimension.name()));
    }
    List<Dimension> all = new ArrayList<>(dimensions);
    all.add(dimension);
    return new Space(List.copyOf(all));
  }

  /** Returns the names of its dimensions, in the order they were added. */
  public List<String> names() {
    return dimensions.stream().map(Dimension::name).toList();
  }

  /** Returns every combination; the last dimension changes fastest. */
  List<Candidate> grid(int points) {
    List<Candidate> candidates = List.of(Candidate.start());
    for (Dimension dimension : dimensions) {
      List<Dimension.Value> values = dimension.grid(points);
      candidates =
          candidates.stream()
              .flatMap(one -> values.stream().map(value -> one.and(dimension.name(), value)))
              .toList();
    }
    return candidates;
  }

  /**
   * Returns candidates drawn by chance, no two alike; all there are if they are no more. A
   * dimension's values do not depend on the others.
   */
  List<Candidate> draw(int count, long seed) {
    long most = Math.min(count, size());
    List<RandomSequence> sequences =
        dimensions.stream()
            .map(one -> CounterRandom.key(seed, Purpose.SEARCH, one.name()))
            .map(RandomSequence::new)
            .toList();
    Set<Map<String, String>> drawn = new LinkedHashSet<>();
    List<Candidate> candidates = new ArrayList<>();
    while (candidates.size() < most) {
      Candidate candidate = Candidate.start();
      for (int i = 0; i < dimensions.size(); i++) {
        Dimension dimension = dimensions.get(i);
        candidate = candidate.and(dimension.name(), dimension.draw(sequences.get(i)));
      }
      if (drawn.add(candidate.values())) {
        candidates.add(candidate);
      }
    }
    return candidates;
  }

  /** Returns how many different candidates there are, at most the largest long. */
  private long size() {
    long size = 1;
    for (Dimension dimension : dimensions) {
      long factor = dimension.size().orElse(Long.MAX_VALUE);
      size = size > Long.MAX_VALUE / factor ? Long.MAX_VALUE : size * factor;
    }
    return size;
  }
}

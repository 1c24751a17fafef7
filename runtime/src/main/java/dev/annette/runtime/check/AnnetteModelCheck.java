package dev.annette.runtime.check;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What must hold of every network, tried on one: its gradients are those of its description, the
 * same seed gives the same bits for any number of threads, a saved model comes back whole, many
 * threads predict what one does, and rows that do not fit are refused with nothing changed.
 *
 * <p>One line in a test of your own:
 *
 * <pre>{@code
 * @Test
 * void the_network_keeps_its_promises() {
 *   AnnetteModelCheck.check(DigitsTrainer.create(1), data);
 * }
 * }</pre>
 *
 * @param network the name of the network
 * @param lines what was tried, in order
 */
public record AnnetteModelCheck(String network, List<Line> lines) {
  /**
   * One property of the network.
   *
   * @param property what must hold: {@code same bits with 1, 2 and 4 threads}
   * @param holds whether it does
   * @param found what was measured, or in which way it does not hold
   */
  public record Line(String property, boolean holds, String found) {
    @Override
    public String toString() {
      return (holds ? "ok      " : "FAILED  ") + property + ": " + found;
    }
  }

  /** Copies the list. */
  public AnnetteModelCheck {
    lines = List.copyOf(lines);
  }

  /**
   * Tries everything and requires that it holds.
   *
   * @param trainer a trainer of the network, which itself learns nothing; all is tried on {@link
   *     NetworkTrainer#fresh fresh} ones
   * @param data rows that the network can learn from, of which at most {@value ModelTrial#ROWS} are
   *     used
   * @return one line for each property
   * @throws IllegalArgumentException if the rows do not fit the network
   * @throws AssertionError listing every property that does not hold
   */
  public static AnnetteModelCheck check(NetworkTrainer<?> trainer, Dataset data) {
    return run(trainer, data, Training.epochs(2).batchSize(16)).require();
  }

  /**
   * Tries everything and throws nothing if a property does not hold.
   *
   * @param training how the trainers of these trials learn: their optimizer, their epochs
   * @throws IllegalArgumentException if the rows do not fit the network
   */
  public static AnnetteModelCheck run(NetworkTrainer<?> trainer, Dataset data, Training training) {
    data.check(trainer.description());
    ModelTrial trial = new ModelTrial(trainer, data, training);
    List<ModelProperty> properties = new ArrayList<>(GradientProperties.ALL);
    properties.addAll(DeterminismProperties.ALL);
    properties.addAll(FileProperties.ALL);
    properties.addAll(PredictionProperties.ALL);
    properties.addAll(RefusalProperties.of(trial));
    return new AnnetteModelCheck(
        trainer.description().network(),
        properties.stream().map(property -> property.tried(trial)).toList());
  }

  /** Returns whether all properties hold. */
  public boolean holds() {
    return lines.stream().allMatch(Line::holds);
  }

  /**
   * Requires that all properties hold.
   *
   * @return this check
   * @throws AssertionError listing every property that does not hold
   */
  public AnnetteModelCheck require() {
    List<Line> failures = lines.stream().filter(line -> !line.holds()).toList();
    if (!failures.isEmpty()) {
      throw new AssertionError(
          "%s fails %d of %d checks:%n  ".formatted(network, failures.size(), lines.size())
              + failures.stream()
                  .map(line -> line.property() + ": " + line.found())
                  .collect(Collectors.joining(System.lineSeparator() + "  ")));
    }
    return this;
  }

  /** Returns all lines, each marked as {@code ok} or {@code FAILED}. */
  @Override
  public String toString() {
    return lines.stream()
        .map(Line::toString)
        .collect(Collectors.joining(System.lineSeparator(), network + System.lineSeparator(), ""));
  }
}

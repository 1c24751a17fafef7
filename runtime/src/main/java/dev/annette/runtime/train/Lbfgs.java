package dev.annette.runtime.train;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;

/**
 * Limited-memory BFGS (Nocedal and Wright 2006, algorithm 7.5): minimises the declared objective,
 * data loss and penalties, over all rows at once. For small networks, where it needs far fewer
 * passes than gradient descent.
 *
 * <p>The objective must be smooth and the same at every call, so networks with an L1 penalty or
 * with dropout are refused. Steps are computed in double precision; weights stay floats, so it ends
 * at the resolution of floats at the latest.
 *
 * <pre>{@code
 * Lbfgs.Outcome outcome = Lbfgs.iterations(200).minimize(trainer, rows);
 * }</pre>
 */
public final class Lbfgs {
  private static final int DEFAULT_MEMORY = 10;
  private static final double DEFAULT_TOLERANCE = 1e-5;

  private final int iterations;
  private final int memory;
  private final double tolerance;

  private Lbfgs(int iterations, int memory, double tolerance) {
    this.iterations = iterations;
    this.memory = memory;
    this.tolerance = tolerance;
  }

  /** Why it ended. */
  public enum Ending {
    /** Every derivative is within the tolerance of 0. */
    CONVERGED,
    /** No step makes the objective smaller in floats. */
    NO_SMALLER_STEP,
    /** All iterations were made. */
    ITERATIONS_MADE
  }

  /**
   * What came of it.
   *
   * @param iterations the steps that were made
   * @param objective data loss and penalties at the end
   * @param largestDerivative the largest magnitude in the gradient of the objective
   * @param ending why it ended
   */
  public record Outcome(
      int iterations, double objective, double largestDerivative, Ending ending) {}

  /**
   * Returns a minimiser with a memory of 10 steps and a tolerance of 1e-5.
   *
   * @param count the most steps, at least 1
   */
  public static Lbfgs iterations(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "L-BFGS with " + count + " iterations does nothing; it needs at least 1");
    }
    return new Lbfgs(count, DEFAULT_MEMORY, DEFAULT_TOLERANCE);
  }

  /** Returns the same with a memory of this many steps, at least 1. */
  public Lbfgs withMemory(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException(
          "L-BFGS with a memory of " + steps + " steps knows no curvature; it needs at least 1");
    }
    return new Lbfgs(iterations, steps, tolerance);
  }

  /** Returns the same ending where no derivative is larger than this, at least 0. */
  public Lbfgs withTolerance(double largestDerivative) {
    if (!(largestDerivative >= 0)) {
      throw new IllegalArgumentException(
          "a tolerance of " + largestDerivative + " is never met; it must be at least 0");
    }
    return new Lbfgs(iterations, memory, largestDerivative);
  }

  /**
   * Minimises the objective of a network over all rows; the trainer then holds the best weights.
   *
   * @throws IllegalArgumentException if the rows do not fit, the objective is not smooth or not
   *     finite at the start, or a layer keeps running statistics, which only updates move
   */
  public Outcome minimize(NetworkTrainer<?> trainer, Dataset rows) {
    rows.check(trainer.description());
    SmoothObjective objective = new SmoothObjective(trainer, batch(rows), describe());
    FittedStatistics.measure(FittedStatistics.missing(trainer.state()), rows);
    double[] at = objective.start();
    double[] gradient = new double[at.length];
    double value = objective.at(at, gradient);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "The objective is not finite at the weights that L-BFGS starts from. Start from others,"
              + " or scale the inputs.");
    }
    StepMemory steps = new StepMemory(memory, at.length);
    for (int done = 0; done < iterations; done++) {
      if (largest(gradient) <= tolerance) {
        return new Outcome(done, value, largest(gradient), Ending.CONVERGED);
      }
      double[] direction = steps.direction(gradient);
      LineSearch search = new LineSearch(objective, at, value, gradient, direction);
      if (!search.run(done == 0 ? 1 / Math.max(1, norm(gradient)) : 1)) {
        objective.at(at, gradient);
        return new Outcome(done, value, largest(gradient), Ending.NO_SMALLER_STEP);
      }
      steps.remember(at, gradient, search.point(), search.gradient());
      at = search.point();
      gradient = search.gradient();
      value = search.value();
    }
    objective.at(at, gradient);
    return new Outcome(iterations, value, largest(gradient), Ending.ITERATIONS_MADE);
  }

  private static Batch batch(Dataset rows) {
    return (rows.hasWeights() ? rows.withMeanWeightOne() : rows).toBatch();
  }

  private String describe() {
    return "Lbfgs.iterations(" + iterations + ").withMemory(" + memory + ")";
  }

  private static double largest(double[] gradient) {
    double largest = 0;
    for (double derivative : gradient) {
      largest = Math.max(largest, Math.abs(derivative));
    }
    return largest;
  }

  private static double norm(double[] vector) {
    return Math.sqrt(Vectors.dot(vector, vector));
  }
}

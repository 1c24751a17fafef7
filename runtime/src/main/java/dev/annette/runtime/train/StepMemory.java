package dev.annette.runtime.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The last steps of {@link Lbfgs}, which tell the curvature of its objective. */
final class StepMemory {
  /** Below this share of |s|·|y| a step tells no reliable curvature. */
  private static final double LEAST_CURVATURE = 1e-10;

  private final Deque<Step> steps = new ArrayDeque<>();
  private final int capacity;
  private final int size;

  StepMemory(int capacity, int size) {
    this.capacity = capacity;
    this.size = size;
  }

  /** A step s, the change y of the gradient over it, and {@code 1/(s·y)}. */
  private record Step(double[] s, double[] y, double inverse) {}

  /** Remembers the step between two points, if the objective is convex along it. */
  void remember(double[] from, double[] fromGradient, double[] to, double[] toGradient) {
    double[] s = to.clone();
    double[] y = toGradient.clone();
    Vectors.add(s, -1, from);
    Vectors.add(y, -1, fromGradient);
    double curvature = Vectors.dot(s, y);
    double sizes = Math.sqrt(Vectors.dot(s, s) * Vectors.dot(y, y));
    if (curvature <= LEAST_CURVATURE * sizes) {
      return;
    }
    if (steps.size() == capacity) {
      steps.removeFirst();
    }
    steps.addLast(new Step(s, y, 1 / curvature));
  }

  /**
   * Returns {@code −H·g}, with the approximate inverse H of the Hessian: the two-loop recursion.
   */
  double[] direction(double[] gradient) {
    double[] q = new double[size];
    Vectors.add(q, -1, gradient);
    double[] alphas = new double[steps.size()];
    int i = steps.size();
    for (Iterator<Step> newest = steps.descendingIterator(); newest.hasNext(); ) {
      Step step = newest.next();
      alphas[--i] = step.inverse * Vectors.dot(step.s, q);
      Vectors.add(q, -alphas[i], step.y);
    }
    if (!steps.isEmpty()) {
      Step last = steps.getLast();
      double scale = 1 / (last.inverse * Vectors.dot(last.y, last.y));
      for (int k = 0; k < size; k++) {
        q[k] *= scale;
      }
    }
    for (Step step : steps) {
      double beta = step.inverse * Vectors.dot(step.y, q);
      Vectors.add(q, alphas[i++] - beta, step.s);
    }
    return q;
  }
}

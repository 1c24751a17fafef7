package dev.annette.processor.mathematics;

import dev.annette.runtime.check.Tensors;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * How fast the remainder {@code |J(x + hd) − J(x) − h⟨g, d⟩|} of an objective in double precision
 * vanishes when h is halved: with the power 2 if g is the gradient, with 1 if any term of it is
 * wrong. No step size has to be tuned for it.
 *
 * @param objective J
 * @param gradient g at the point
 */
record TaylorSlope(ToDoubleFunction<Tensors> objective, Tensors gradient) {
  /** The first h is 2⁻¹², so that few kinks lie within it. */
  private static final int FIRST = 12;

  private static final int HALVINGS = 6;

  /** A remainder below this share of the objective is rounding. */
  private static final double ROUNDING = 1e-13;

  /** Returns the power, for a direction drawn by chance; 2 where the remainder is rounding. */
  double at(Tensors point, Random random) {
    Tensors direction = point.copy();
    double slope = 0;
    for (String name : direction.names()) {
      double[] numbers = direction.get(name);
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = 2 * random.nextDouble() - 1;
        slope += gradient.get(name)[i] * numbers[i];
      }
    }
    double here = objective.applyAsDouble(point);
    double first = remainder(point, direction, FIRST, here, slope);
    double rounding = ROUNDING * (Math.abs(here) + Math.abs(slope));
    for (int halvings = HALVINGS; halvings > 0; halvings--) {
      double last = remainder(point, direction, FIRST + halvings, here, slope);
      if (last > rounding) {
        return Math.log(first / last) / Math.log(2) / halvings;
      }
    }
    return 2;
  }

  private double remainder(
      Tensors point, Tensors direction, int exponent, double here, double slope) {
    double h = Math.scalb(1, -exponent);
    Tensors moved = point.copy();
    for (String name : moved.names()) {
      double[] numbers = moved.get(name);
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] += h * direction.get(name)[i];
      }
    }
    return Math.abs(objective.applyAsDouble(moved) - here - h * slope);
  }
}

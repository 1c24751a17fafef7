package dev.annette.runtime.check;

import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Derivatives from values alone, by the central formula of fourth order: {@code (f(x−2h) − 8f(x−h)
 * + 8f(x+h) − f(x+2h)) / 12h} (Abramowitz and Stegun 1964, 25.3.6 at p = 0; error {@code
 * h⁴/30·f⁗′}).
 *
 * <p>The step h is 2⁻¹³ of the power of two below the number, at least 2⁻¹³. A power of two makes x
 * ± h exact. The truncation, of order h⁴ ≈ 2·10⁻¹⁶, is then below the rounding of f, which costs
 * about {@code 2⁻⁵³·f/h} ≈ 10⁻¹²·f. The formula holds where no kink lies within 2h.
 */
public final class FiniteDifferences {
  private static final int STEP_EXPONENT = -13;

  private FiniteDifferences() {}

  /**
   * Returns the derivative of a function by every number of every tensor.
   *
   * @param at where; not changed
   * @param function what is differentiated; it must not keep or change its argument
   */
  public static Tensors gradients(Tensors at, ToDoubleFunction<Tensors> function) {
    Tensors point = at.copy();
    Tensors gradients = at.copy();
    for (String name : at.names()) {
      double[] values = point.get(name);
      double[] gradient = gradients.get(name);
      for (int i = 0; i < values.length; i++) {
        gradient[i] = derivative(values, i, () -> function.applyAsDouble(point));
      }
    }
    return gradients;
  }

  private static double derivative(double[] values, int i, DoubleSupplier function) {
    double h = step(values[i]);
    double[] f = around(values, i, h, function);
    return central(f, h);
  }

  private static double central(double[] f, double h) {
    return (f[0] - f[4] + 8 * (f[3] - f[1])) / (12 * h);
  }

  /**
   * Returns the derivative that is nearest to a claimed one among those that the values around a
   * number allow: at a kink all between the two one-sided derivatives, and elsewhere one, but for
   * the truncation of second order.
   *
   * @param values where; changed and changed back
   * @param i by which of the values
   * @param function reads the values
   */
  static double nearest(double claimed, double[] values, int i, DoubleSupplier function) {
    double h = step(values[i]);
    double[] f = around(values, i, h, function);
    double left = (3 * f[2] - 4 * f[1] + f[0]) / (2 * h);
    double right = (4 * f[3] - 3 * f[2] - f[4]) / (2 * h);
    double central = central(f, h);
    if (Double.isNaN(claimed)) {
      return central;
    }
    double low = Math.min(central, Math.min(left, right));
    double high = Math.max(central, Math.max(left, right));
    return Math.max(low, Math.min(high, claimed));
  }

  private static double step(double x) {
    return Math.scalb(1.0, STEP_EXPONENT + Math.max(0, Math.getExponent(x)));
  }

  /** Returns the function at x − 2h, x − h, x, x + h and x + 2h. */
  private static double[] around(double[] values, int i, double h, DoubleSupplier function) {
    double x = values[i];
    double[] f = new double[5];
    for (int step = -2; step <= 2; step++) {
      values[i] = x + step * h;
      f[step + 2] = function.getAsDouble();
    }
    values[i] = x;
    return f;
  }
}

package dev.annette.runtime.check;

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
        gradient[i] = derivative(point, values, i, function);
      }
    }
    return gradients;
  }

  private static double derivative(
      Tensors point, double[] values, int i, ToDoubleFunction<Tensors> function) {
    double x = values[i];
    double h = Math.scalb(1.0, STEP_EXPONENT + Math.max(0, Math.getExponent(x)));
    double[] f = new double[5];
    for (int step = -2; step <= 2; step++) {
      values[i] = x + step * h;
      f[step + 2] = step == 0 ? 0 : function.applyAsDouble(point);
    }
    values[i] = x;
    return (f[0] - f[4] + 8 * (f[3] - f[1])) / (12 * h);
  }
}

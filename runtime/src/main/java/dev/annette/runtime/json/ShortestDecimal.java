package dev.annette.runtime.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number as the decimal with the fewest digits that reads back as the same bits, laid out as
 * {@link Float#toString(float)} does.
 *
 * <p>{@code Float.toString} itself sometimes gives a digit too many before JDK 19 (JDK-4511638), so
 * it would make the bytes of a file depend on the JDK.
 */
final class ShortestDecimal {
  private static final int FLOAT_DIGITS = 9; // always enough to read back a float
  private static final int DOUBLE_DIGITS = 17; // always enough to read back a double

  private ShortestDecimal() {}

  /** Returns the text of a finite float; {@code -0.0} keeps its sign. */
  static String of(float value) {
    if (value == 0) {
      return zero(1 / value < 0);
    }
    BigDecimal exact = new BigDecimal(value);
    int digits = FLOAT_DIGITS;
    while (digits > 1 && rounded(exact, digits - 1).floatValue() == value) {
      digits--;
    }
    return text(rounded(exact, digits));
  }

  /** Returns the text of a finite double; {@code -0.0} keeps its sign. */
  static String of(double value) {
    if (value == 0) {
      return zero(1 / value < 0);
    }
    BigDecimal exact = new BigDecimal(value);
    int digits = DOUBLE_DIGITS;
    while (digits > 1 && rounded(exact, digits - 1).doubleValue() == value) {
      digits--;
    }
    return text(rounded(exact, digits));
  }

  private static BigDecimal rounded(BigDecimal exact, int digits) {
    return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  private static String zero(boolean negative) {
    return negative ? "-0.0" : "0.0";
  }

  /** Returns {@code 123.45} from 10⁻³ to below 10⁷, {@code 1.2345E-5} outside. */
  private static String text(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    String digits = shortest.unscaledValue().abs().toString();
    String sign = shortest.signum() < 0 ? "-" : "";
    int exponent = digits.length() - 1 - shortest.scale(); // of the first digit
    if (exponent >= -3 && exponent < 7) {
      return sign + plain(digits, exponent);
    }
    String fraction = digits.length() == 1 ? "0" : digits.substring(1);
    return sign + digits.charAt(0) + "." + fraction + "E" + exponent;
  }

  private static String plain(String digits, int exponent) {
    if (exponent < 0) {
      return "0." + "0".repeat(-exponent - 1) + digits;
    }
    int whole = exponent + 1;
    if (digits.length() <= whole) {
      return digits + "0".repeat(whole - digits.length()) + ".0";
    }
    return digits.substring(0, whole) + "." + digits.substring(whole);
  }
}

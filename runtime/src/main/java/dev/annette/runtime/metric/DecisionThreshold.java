package dev.annette.runtime.metric;

import java.util.Locale;

/**
 * The probability from which on the answer is yes, and what that came to on the rows it was chosen
 * by; on others it comes to less.
 *
 * @param threshold halfway between two probabilities of the rows, so that rounding moves no row; 0
 *     if every answer is yes
 * @param precision the share of the answers of yes that are right
 * @param recall the share of the rows that are yes which are answered so
 */
public record DecisionThreshold(double threshold, double precision, double recall) {

  /** Returns all three in a line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "yes from %.4f on: precision %.3f, recall %.3f", threshold, precision, recall);
  }
}

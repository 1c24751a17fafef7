package dev.annette.rule;

import java.util.Locale;

/** A range that a number must keep, and the reason in words. */
public enum NumberRule {
  /** At least 0 and below 1. */
  DROPOUT_RATE(
      "a dropout rate is the share of units left out in each training step", 0, true, 1, false),
  /** At least 0 and below 1. */
  DROP_CONNECT_RATE(
      "a DropConnect rate is the share of weights left out in each training step",
      0,
      true,
      1,
      false),
  /** At least 0 and below 1. */
  GAUSSIAN_RATE("the rate is that of the dropout that disturbs as much", 0, true, 1, false),
  /** At least 0, finite. */
  NOISE_DEVIATION("a standard deviation is how far noise lies from its mean", 0, true),
  /** From 10⁻⁶ to 1 − 10⁻⁶. */
  MEAN_ACTIVITY("a target is a mean of outputs between 0 and 1", 1e-6, true, 0.999999, true),
  /** At least 0, finite. */
  PENALTY("a penalty's strength scales a sum that is never negative", 0, true),
  /** Above 0, finite. */
  INVERSE_PENALTY("C divides the penalty", 0, false),
  /** Above 0, finite. */
  HUBER_DELTA("delta is the error at which the Huber loss turns from squared to linear", 0, false),
  /** At least 0 and below 1. */
  SLOPE("a slope is what a leaky ReLU multiplies negative numbers by", 0, true, 1, false),
  /** Above 0, finite. */
  ELU_ALPHA("alpha is the distance from 0 to the floor of an ELU", 0, false),
  /** Finite. */
  FINITE(
      "a parameter must start with a number",
      Double.NEGATIVE_INFINITY,
      false,
      Double.POSITIVE_INFINITY,
      false),
  /** Finite. */
  BOUND(
      "a bound is what the least or greatest number becomes",
      Double.NEGATIVE_INFINITY,
      false,
      Double.POSITIVE_INFINITY,
      false),
  /** Finite. */
  CONSTANT(
      "a constant stands for a missing number",
      Double.NEGATIVE_INFINITY,
      false,
      Double.POSITIVE_INFINITY,
      false),
  /** Above 0, finite. */
  LEARNING_RATE("a learning rate scales every step against the gradient", 0, false),
  /** At least 0 and below 1. */
  DECAY_RATE("a decay rate is the share of the old average that is kept", 0, true, 1, false),
  /** Above 0, finite. */
  EPSILON("epsilon keeps a division from dividing by 0", 0, false),
  /** At least 0 and below 1. */
  NORM_MOMENTUM("momentum is the share of the old that running statistics keep", 0, true, 1, false),
  /** At least 1e-30 and at most 1. */
  NORM_EPSILON("epsilon keeps a normalisation from dividing by 0", 1e-30, true, 1, true),
  /** At least 0, finite. */
  WEIGHT_DECAY("weight decay is a share taken off every weight", 0, true),
  /** Above 0, finite. */
  MAX_NORM("a norm's upper bound leaves room for weights other than 0", 0, false),
  /** At least 0, finite. */
  MIN_NORM("a norm's lower bound is a norm", 0, true),
  /** From 0 to 1. */
  NORM_RATE("a rate is the share of the way that a norm moves in one update", 0, true, 1, true),
  /** Above 0 and below 1. */
  VALIDATION_SHARE(
      "a validation share is the part of the rows kept out of training", 0, false, 1, false),
  /** From 0 to 1. */
  QUANTILE("a quantile is named by the share of the samples below it", 0, true, 1, true),
  /** From 0 to 1. */
  INTERVAL("an interval is named by the share of the samples in it", 0, true, 1, true),
  /** At least 0, finite. */
  SCHEDULE_FACTOR("a schedule multiplies a number that is never negative", 0, true),
  /** From 0 to 1. */
  SCHEDULE_SHARE("a schedule starts or ends at a share of its full height", 0, true, 1, true),
  /** Above 0 and below 1. */
  CYCLE_PEAK("a cycle rises for a part of its length", 0, false, 1, false),
  /** Above 0, finite. */
  EXPONENT("an exponent bends a fall from 1 to 0", 0, false),
  /** At least 0, finite. */
  IMPROVEMENT("an improvement is how much better than before counts", 0, true),
  /** Above 0 and below 1. */
  REDUCTION("a reduction leaves a part of the learning rate", 0, false, 1, false),
  /** At least 0, finite. */
  LEAST_RATE("no learning rate is negative", 0, true),
  /** Above 0, finite. */
  CLIP_LIMIT("clipping leaves every gradient a length", 0, false),
  /** At least 0 and below 1. */
  LABEL_SMOOTHING(
      "label smoothing is the share of each label that goes to all classes alike",
      0,
      true,
      1,
      false),
  /** Above 0, finite. */
  MIXUP_ALPHA("alpha is the shape of the distribution that mixing shares are drawn from", 0, false),
  /** At least 0, finite. */
  CLASS_WEIGHT("a class weight is what a row of the class counts", 0, true),
  /** Above 0, at most 1. */
  PRECISION("a precision is the share of the answers of yes that are right", 0, false, 1, true),
  /** Above 0, at most 1. */
  RECALL("a recall is the share of the rows to find that are found", 0, false, 1, true),
  /** Above 0, finite. */
  EXAMPLES("the number of training examples divides the penalties", 0, false);

  private final String reason;
  private final double low;
  private final boolean lowIncluded;
  private final double high;
  private final boolean highIncluded;

  NumberRule(String reason, double low, boolean lowIncluded) {
    this(reason, low, lowIncluded, Double.POSITIVE_INFINITY, false);
  }

  NumberRule(String reason, double low, boolean lowIncluded, double high, boolean highIncluded) {
    this.reason = reason;
    this.low = low;
    this.lowIncluded = lowIncluded;
    this.high = high;
    this.highIncluded = highIncluded;
  }

  /** Returns whether the value keeps the rule. NaN keeps none. */
  public boolean allows(double value) {
    boolean aboveLow = lowIncluded ? value >= low : value > low;
    boolean belowHigh = highIncluded ? value <= high : value < high;
    return aboveLow && belowHigh;
  }

  /**
   * Returns the rule as a clause: {@code a dropout rate is …, so it must be at least 0 and below
   * 1}.
   */
  public String clause() {
    return reason + ", so it must be " + range();
  }

  /** Returns the range in words: {@code at least 0 and below 1}. */
  public String range() {
    String atLeast = (lowIncluded ? "at least " : "above ") + number(low);
    if (Double.isInfinite(high)) {
      return Double.isInfinite(low) ? "finite" : atLeast + " and finite";
    }
    return atLeast + " and " + (highIncluded ? "at most " : "below ") + number(high);
  }

  /**
   * Returns a value that a writer of this one may have meant, as a sentence to append ({@code " Did
   * you mean 0.15?"}), or an empty text: a share written as a percentage or ten times too large, or
   * a number with the wrong sign.
   */
  public String suggestion(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    double[] guesses =
        value < 0 ? new double[] {-value} : new double[] {value < 2 ? value / 10 : value / 100};
    for (double guess : guesses) {
      if (guess > 0 && allows(guess)) {
        return " Did you mean " + number(guess) + "?";
      }
    }
    return "";
  }

  /** Returns a number as one writes it: without {@code .0}, and without an exponent where short. */
  public static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return String.format(Locale.ROOT, "%d", (long) value);
    }
    double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.12g", value));
    return Double.toString(rounded);
  }
}

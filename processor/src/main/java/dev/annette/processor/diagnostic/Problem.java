package dev.annette.processor.diagnostic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A kind of problem. Its key, the constant's name in lower case with dashes, is stable; every kind
 * has a page of that name in {@code docs/problems}.
 */
public enum Problem {
  /** A number outside the range it must keep. */
  OUT_OF_RANGE(Severity.ERROR),
  /** A kind of class or field that cannot declare a network or layer. */
  UNSUPPORTED_CLASS(Severity.ERROR),
  /** A column of typed rows that cannot be read or encoded. */
  UNSUPPORTED_COLUMN(Severity.ERROR),
  /** An annotation where it has no meaning. */
  MISPLACED(Severity.ERROR),
  /** Something that a network or layer cannot do without. */
  MISSING(Severity.ERROR),
  /** Two annotations that each say what the layer is. */
  TWO_LAYERS(Severity.ERROR),
  /** Two declarations that cannot both hold. */
  CONFLICT(Severity.ERROR),
  /** A class that cannot stand for a loss or penalty. */
  CUSTOM_CLASS(Severity.ERROR),
  /** More numbers than an array can hold. */
  TOO_LARGE(Severity.ERROR),
  /** A class of the name that the processor must write exists. */
  NAME_CLASH(Severity.ERROR),
  /** A name that stands for nothing. */
  UNKNOWN_NAME(Severity.ERROR),
  /** Files that the compiler or the disk refuses. */
  NOT_WRITTEN(Severity.ERROR),
  /** A failure of the processor itself. */
  INTERNAL(Severity.ERROR),
  /** Dropout on the outputs that the loss compares with the targets. */
  DROPOUT_ON_OUTPUT(Severity.LINT),
  /** More than half of the input features dropped. */
  STRONG_INPUT_DROPOUT(Severity.LINT),
  /** A penalty on squares and a weight decay, which both shrink the same weights. */
  TWO_DECAYS(Severity.LINT),
  /** SELU without the initializer that its fixed point assumes. */
  SELU_INITIALIZER(Severity.LINT),
  /** A bias that batch normalisation takes away. */
  BIAS_BEFORE_BATCH_NORM(Severity.LINT),
  /** Noise before batch normalisation that its running statistics keep. */
  DROPOUT_BEFORE_BATCH_NORM(Severity.LINT),
  /** SELU with noise that moves its outputs away from mean 0 and variance 1. */
  SELU_DROPOUT(Severity.LINT),
  /** A bound on the weights that give the logits of a cross-entropy. */
  NORM_OF_LOGITS(Severity.LINT),
  /** A penalty or decay of strength 0. */
  ZERO_PENALTY(Severity.LINT),
  /** A penalty on outputs that the loss compares with the targets. */
  ACTIVITY_PENALTY_ON_OUTPUT(Severity.LINT),
  /** A penalty on the size of weights whose size normalisation takes away. */
  PENALTY_BEFORE_NORMALISATION(Severity.LINT),
  /** A penalty on squares of weights whose squares add up to 1. */
  PENALTY_OF_UNIT_NORM(Severity.LINT),
  /** An orthogonal penalty on more directions than can be orthogonal. */
  TOO_MANY_DIRECTIONS(Severity.LINT),
  /** A squared or absolute error of a sigmoid or softmax. */
  SQUARED_ERROR_OF_PROBABILITIES(Severity.LINT),
  /** Noise that keeps the mean and variance of a SELU, after another activation. */
  ALPHA_DROPOUT_WITHOUT_SELU(Severity.LINT);

  private enum Severity {
    ERROR,
    LINT
  }

  private final Severity severity;

  Problem(Severity severity) {
    this.severity = severity;
  }

  /** Returns the stable key: {@code out-of-range}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns whether this is only a warning, which {@code @Allow} can switch off. */
  public boolean isLint() {
    return severity == Severity.LINT;
  }

  /** Returns the keys of all lints. */
  public static List<String> lintKeys() {
    return Arrays.stream(values()).filter(Problem::isLint).map(Problem::key).toList();
  }
}

package dev.annette.processor.ir;

import java.util.List;

/**
 * A value that a network keeps between rows: learned or fitted.
 *
 * @param value its name, role and shape
 * @param role what it is to its layer
 * @param init how it starts
 * @param penalties the penalties on it
 * @param constraints what it is moved into after every update
 */
public record Parameter(
    Value value,
    Role role,
    InitSpec init,
    List<Penalty> penalties,
    List<RuntimeObject> constraints) {
  /** What a parameter is to its layer; modifiers choose by it. */
  public enum Role {
    /** Multiplies what comes in. */
    WEIGHT,
    /** Is added. */
    BIAS,
    /** Multiplies what was normalised. */
    GAIN,
    /** Stands for the categories of a column, a row for each. */
    EMBEDDING,
    /** Is measured on the training rows. */
    STATISTIC
  }

  /** Copies the lists. */
  public Parameter {
    penalties = List.copyOf(penalties);
    constraints = List.copyOf(constraints);
  }
}

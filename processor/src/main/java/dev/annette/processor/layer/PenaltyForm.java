package dev.annette.processor.layer;

import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.RuntimeObject;
import dev.annette.processor.ir.Value;

/** What distinguishes a penalty on parameters from others whose λ follows a scaling. */
public interface PenaltyForm {
  /**
   * Returns whether it is of squares, so that λ is scaled as that of L2, and it makes weights
   * smaller and none 0; rather than as that of L1.
   */
  boolean isSquare();

  /** Returns what it is called, with its article: {@code an L1 penalty}. */
  String noun();

  /** Returns what the effective strength multiplies, in ASCII, w being a number. */
  String sum();

  /** Returns the object that adds the penalty to a parameter. */
  RuntimeObject term(Operand strength, Operand scaling, Value parameter);
}

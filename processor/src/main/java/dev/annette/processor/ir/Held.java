package dev.annette.processor.ir;

/**
 * An object of the runtime that a trainer keeps for its steps.
 *
 * @param name unique in its program: {@code hidden.keptUnits}
 * @param made how a trainer makes it
 * @param meaning what it is, as a sentence
 * @param shown the vector that its {@code factors()} are, the same for all rows of a batch; null
 *     where it shows none
 * @param size the numbers that it holds
 */
public record Held(String name, RuntimeObject made, String meaning, Value shown, long size) {
  /** Returns whether it is made of another one. */
  public boolean refersToOthers() {
    return made.arguments().stream().anyMatch(Operand.HeldObject.class::isInstance);
  }
}

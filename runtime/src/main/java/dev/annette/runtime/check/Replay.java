package dev.annette.runtime.check;

/**
 * What a float run decided, so that the interpreter decides alike: which units it dropped, and on
 * which side of a kink its values lay.
 *
 * <p>The names are those that a trainer shows its {@link dev.annette.runtime.train.ValueVisitor}:
 * {@code hidden} is what the layer handed on, {@code hidden.mask} its dropout, {@code
 * hidden.hardSigmoid} what came out of the activation before the dropout, {@code hidden.dense} what
 * went into it. A run keeps some of them only.
 */
@FunctionalInterface
public interface Replay {

  /**
   * Returns one array of the run.
   *
   * @param name the value
   * @return {@code [rows, width]} row-major; null if the run did not keep it
   */
  float[] recorded(String name);

  /** Returns a replay of nothing: no unit is dropped, and every value lies where it lies. */
  static Replay none() {
    return name -> null;
  }
}

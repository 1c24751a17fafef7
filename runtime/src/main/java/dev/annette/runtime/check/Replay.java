package dev.annette.runtime.check;

import dev.annette.runtime.random.Purpose;
import java.util.OptionalLong;

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

  /**
   * Returns the key of the random numbers that a layer drew for a purpose, of this batch; empty if
   * it drew none.
   */
  default OptionalLong randomKey(String layer, Purpose purpose) {
    return OptionalLong.empty();
  }

  /**
   * Returns the value that a rate or strength had in the run.
   *
   * @param layer the layer: {@code hidden}
   * @param kind its modifier: {@code alphaDropout}
   * @param declared the value in the description
   */
  default double inForce(String layer, String kind, double declared) {
    return declared;
  }

  /** Returns whether the run trains; prediction does not look at a batch as a whole. */
  default boolean isTraining() {
    return false;
  }

  /** Returns a replay of nothing: a prediction whose values lie where they lie. */
  static Replay none() {
    return name -> null;
  }

  /** Returns the same in training: batches have statistics of their own, but no unit is dropped. */
  static Replay training() {
    return new Replay() {
      @Override
      public float[] recorded(String name) {
        return null;
      }

      @Override
      public boolean isTraining() {
        return true;
      }
    };
  }
}

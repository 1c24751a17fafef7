package dev.annette.runtime.train;

import dev.annette.rule.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Something that a reader of a run's results should know. Printed with its key, {@code
 * [annette/adaptive-l2] …}, by which {@link Training#allow} switches it off.
 *
 * @param kind what it is about
 * @param text a sentence or two with the numbers of the run
 */
public record Remark(Kind kind, String text) {
  /**
   * A kind of remark. Its key, the constant's name in lower case with dashes, is stable; every kind
   * has a page of that name in {@code docs/remarks}.
   */
  public enum Kind {
    /** What a declared λ comes to in this run. */
    EFFECTIVE_STRENGTH,
    /** A number that changes in the course of the run. */
    SCHEDULE,
    /** An L2 penalty under an optimizer with a step size for every weight. */
    ADAPTIVE_L2,
    /** A penalty meant to give zeros, entering by its gradient, which gives none. */
    INEXACT_ZEROS,
    /** A penalty that gives zeros, which averages of the weights rarely keep. */
    AVERAGED_ZEROS,
    /** A layer's weight decay beside that of the optimizer. */
    ADDED_DECAY,
    /** A penalty too weak to change a float. */
    WITHOUT_EFFECT,
    /** A penalty that takes more off a weight in one step than there is. */
    OVERSHOOTING_DECAY,
    /** What a row of each class counts. */
    CLASS_WEIGHTS,
    /** Labels that were unsure before they are smoothed. */
    SMOOTHED_SOFT_LABELS,
    /** A batch that batch normalisation cannot measure. */
    SINGLE_ROW;

    /** Returns the stable key: {@code adaptive-l2}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns a remark of this kind. */
    public Remark says(String text) {
      return new Remark(this, text);
    }

    /**
     * Returns the kind with a key.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Kind of(String key) {
      List<String> keys = Arrays.stream(values()).map(Kind::key).toList();
      int index = keys.indexOf(key);
      if (index < 0) {
        throw new IllegalArgumentException(
            "allow(\"%s\") names no remark.%s Remarks: %s."
                .formatted(key, NearestName.question(key, keys), String.join(", ", keys)));
      }
      return values()[index];
    }
  }

  /** Returns the remark with words before it. */
  Remark after(String words) {
    return new Remark(kind, words + text);
  }

  /** Returns key and text: {@code [annette/adaptive-l2] …}. */
  @Override
  public String toString() {
    return "[annette/" + kind.key() + "] " + text;
  }
}

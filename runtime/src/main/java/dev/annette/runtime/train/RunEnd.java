package dev.annette.runtime.train;

import java.util.Objects;

/**
 * Why a run ended, and which weights it left.
 *
 * @param cause what ended it
 * @param reason the same in words
 * @param bestEpoch the epoch that early stopping found best, whose weights the trainer has; 0 where
 *     nothing was to be restored
 */
public record RunEnd(Cause cause, String reason, int bestEpoch) {

  /** What ends a run. */
  public enum Cause {
    /** All epochs or steps were made. */
    COMPLETED,
    /** Early stopping or another callback asked for it. */
    STOPPED,
    /** The thread was interrupted. */
    INTERRUPTED
  }

  /** Requires cause and reason. */
  public RunEnd {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(reason, "reason");
  }

  /** Returns the end in words, with what was restored. */
  public String describe() {
    return bestEpoch == 0 ? reason : reason + "; the weights are those of epoch " + bestEpoch;
  }
}

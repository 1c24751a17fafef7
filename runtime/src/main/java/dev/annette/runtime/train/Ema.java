package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;

/**
 * An exponential moving average of the weights: {@code a ← a + (1 − decay)·(w − a)} after every
 * update (Polyak and Juditsky 1992), as PyTorch's {@code get_ema_multi_avg_fn}.
 *
 * @param decay the share of the old average that is kept, from 0 to below 1
 */
public record Ema(double decay) implements Averaging {

  /** Checks the number. */
  public Ema {
    Rules.require(NumberRule.DECAY_RATE, decay, "decay of Ema");
  }

  /** Returns an average that keeps this share of itself; 0.999 is usual. */
  public static Ema of(double decay) {
    return new Ema(decay);
  }
}

package dev.annette.runtime.train;

/**
 * The mean of the weights at the ends of the later epochs: {@code a ← a + (w − a)/(n + 1)}
 * (stochastic weight averaging, Izmailov et al. 2018), as PyTorch's {@code AveragedModel}. Usually
 * with a constant learning rate in those epochs.
 *
 * <p>The running statistics of batch normalisation are not those of the averaged weights. So each
 * of these epochs ends with one more pass over the training rows, which measures them (PyTorch's
 * {@code update_bn}); networks without batch normalisation are spared it.
 *
 * @param epoch the first epoch of the run whose weights count, from 1
 */
public record Swa(int epoch) implements Averaging {

  /** Checks the number. */
  public Swa {
    Rules.requirePositive(epoch, "epoch of Swa", "epochs are counted from 1");
  }

  /** Returns the mean over the ends of this epoch of the run and those after it. */
  public static Swa from(int epoch) {
    return new Swa(epoch);
  }
}

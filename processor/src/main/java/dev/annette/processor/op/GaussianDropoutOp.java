package dev.annette.processor.op;

import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.RandomStream;

/**
 * {@code y = x · mask}, where each number of the mask is normal with mean 1 and standard deviation
 * {@code √(rate / (1 − rate))}: {@code dx = dy · mask}. A factor may be negative, so signs change.
 */
public final class GaussianDropoutOp extends NoiseOp {
  /** Creates the operation with a rate and the stream that its factors are drawn from. */
  public GaussianDropoutOp(Hyper rate, RandomStream random) {
    super("GaussianDropoutKernel", rate, random);
  }

  @Override
  public String name() {
    return "gaussianDropout";
  }

  @Override
  public String maskName() {
    return "gaussianMask";
  }

  @Override
  public boolean keepsZeros() {
    return true;
  }

  @Override
  public String maskMeaning() {
    return "normal numbers around 1 that the units are multiplied by";
  }
}

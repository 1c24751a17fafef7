package dev.annette.processor.op;

import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.RandomStream;

/**
 * {@code y = x · mask}, where each number of the mask is 0 with probability rate and {@code 1 / (1
 * − rate)} otherwise: {@code dx = dy · mask}. What it sets to 0 gets no gradient, so it preserves
 * signs wherever the gradient passes.
 */
public final class DropoutOp extends NoiseOp {
  /** Creates the operation with a rate and the stream that its masks are drawn from. */
  public DropoutOp(Hyper rate, RandomStream random) {
    super("DropoutKernel", rate, random);
  }

  @Override
  public String name() {
    return "dropout";
  }

  @Override
  public boolean keepsZeros() {
    return true;
  }

  @Override
  public String maskMeaning() {
    return "0 for a unit left out, else 1 / (1 - rate)";
  }

  @Override
  public boolean preservesSign() {
    return true;
  }
}

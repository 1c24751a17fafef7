package dev.annette.processor.op;

import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.RandomStream;

/**
 * {@code y = a·α′ + b} with probability rate and {@code a·x + b} otherwise, where a and b keep mean
 * 0 and variance 1. The mask holds the derivative, 0 or a: {@code dx = dy · mask}.
 */
public final class AlphaDropoutOp extends NoiseOp {
  /** Creates the operation with a rate and the stream that its masks are drawn from. */
  public AlphaDropoutOp(Hyper rate, RandomStream random) {
    super("AlphaDropoutKernel", rate, random);
  }

  @Override
  public String name() {
    return "alphaDropout";
  }

  @Override
  public String maskName() {
    return "alphaMask";
  }

  @Override
  public String maskMeaning() {
    return "0 for a unit left out, else the factor a that keeps the variance";
  }
}

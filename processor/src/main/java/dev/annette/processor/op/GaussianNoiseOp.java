package dev.annette.processor.op;

import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.Kept;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.Operands;
import dev.annette.processor.ir.RandomStream;
import java.util.List;
import java.util.Set;

/**
 * {@code y = x + noise}, where the noise is normal with mean 0: {@code dx = dy}, which needs
 * neither a call nor the noise. The noise stands in an array all the same, for a debugger and for a
 * check of the step.
 */
public final class GaussianNoiseOp extends NoiseOp {
  /** Creates the operation with a standard deviation and the stream that the noise comes from. */
  public GaussianNoiseOp(Hyper deviation, RandomStream random) {
    super("NoiseKernel", deviation, random);
  }

  @Override
  public String name() {
    return "gaussianNoise";
  }

  @Override
  public String details() {
    return "deviation " + declared();
  }

  @Override
  public Set<Kept> keeps() {
    return Set.of();
  }

  @Override
  public boolean leavesMask() {
    return true;
  }

  @Override
  public String maskName() {
    return "noise";
  }

  @Override
  public String maskMeaning() {
    return "what was added to the units";
  }

  @Override
  public List<KernelCall> backward(Operands step) {
    return List.of();
  }
}

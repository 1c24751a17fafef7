package dev.annette.runtime.kernel.loss;

import dev.annette.Loss;
import dev.annette.runtime.kernel.Scratch;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kernel class that computes a loss from outputs or logits, found by its name in CamelCase. */
final class LossKernel {
  static final float DELTA = 0.75f;

  private final Method method;

  private LossKernel(Method method) {
    this.method = method;
  }

  /** Returns the kernel that trains with a loss: of a cross-entropy, the fused one. */
  static LossKernel of(Loss loss) {
    String camelCase =
        Arrays.stream(loss.name().split("_"))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
    String activation =
        loss == Loss.BINARY_CROSS_ENTROPY ? "Sigmoid" : loss.isCrossEntropy() ? "Softmax" : "";
    return named(activation + camelCase);
  }

  static LossKernel named(String name) {
    try {
      Class<?> kernel = Class.forName(LossKernel.class.getPackageName() + "." + name);
      return new LossKernel(
          Arrays.stream(kernel.getMethods())
              .filter(method -> method.getName().equals("lossAndGradient"))
              .findAny()
              .orElseThrow());
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError("there is no kernel " + name, missing);
    }
  }

  /** Calls the kernel for the rows [from, to) of a batch of {@code rowLoss.length} rows. */
  void run(
      float[] outputs,
      Targets targets,
      float[] weights,
      float[] rowLoss,
      float[] gradient,
      int from,
      int to) {
    int rows = rowLoss.length;
    int units = outputs.length / rows;
    try {
      if (method.getParameterCount() == 11) {
        method.invoke(
            null,
            outputs,
            targets,
            weights,
            rows,
            rowLoss,
            gradient,
            from,
            to,
            units,
            DELTA,
            new Scratch());
      } else {
        method.invoke(
            null,
            outputs,
            targets,
            weights,
            rows,
            rowLoss,
            gradient,
            from,
            to,
            units,
            new Scratch());
      }
    } catch (ReflectiveOperationException failed) {
      throw new AssertionError(failed);
    }
  }
}

package dev.annette.runtime.kernel.activation;

import dev.annette.Activation;
import dev.annette.runtime.kernel.Scratch;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kernel class of an activation, found by its name in CamelCase. */
final class ActivationKernel {
  private final Activation activation;
  private final Method forward;
  private final Method backward;
  private final float parameter;

  private ActivationKernel(
      Activation activation, Method forward, Method backward, float parameter) {
    this.activation = activation;
    this.forward = forward;
    this.backward = backward;
    this.parameter = parameter;
  }

  static ActivationKernel of(Activation activation, float parameter) {
    String camelCase =
        Arrays.stream(activation.name().split("_"))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
    try {
      Class<?> kernel = Class.forName(ActivationKernel.class.getPackageName() + "." + camelCase);
      return new ActivationKernel(
          activation,
          kernel.getMethod("forward", signature(activation)),
          kernel.getMethod("backward", signature(activation)),
          parameter);
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError(activation + " has no kernel " + camelCase, missing);
    }
  }

  /** Returns the parameters to try: slopes, alphas, or a single one that is not read. */
  static float[] parameters(Activation activation) {
    return switch (activation) {
      case LEAKY_RELU -> new float[] {0.01f, 0f, 0.3f};
      case ELU -> new float[] {1f, 0.5f, 1.7f};
      default -> new float[] {0f};
    };
  }

  float[] forward(float[] x) {
    float[] y = new float[x.length];
    forward(x, y, 0, 1, x.length);
    return y;
  }

  void forward(float[] x, float[] y, int from, int to, int units) {
    call(forward, x, y, from, to, units);
  }

  /** Multiplies the gradient by the derivative at x. */
  void backward(float[] x, float[] gradient) {
    backward(kept(x), gradient, 0, 1, x.length);
  }

  void backward(float[] kept, float[] gradient, int from, int to, int units) {
    call(backward, kept, gradient, from, to, units);
  }

  /** Returns what {@link Activation#keeps()} says backward reads. */
  float[] kept(float[] x) {
    return activation.keeps() == Activation.Keeps.INPUT ? x : forward(x);
  }

  private void call(Method method, float[] a, float[] b, int from, int to, int units) {
    try {
      if (hasParameter(activation)) {
        method.invoke(null, a, b, from, to, units, parameter, new Scratch());
      } else {
        method.invoke(null, a, b, from, to, units, new Scratch());
      }
    } catch (ReflectiveOperationException failed) {
      throw new AssertionError(failed);
    }
  }

  private static boolean hasParameter(Activation activation) {
    return activation == Activation.LEAKY_RELU || activation == Activation.ELU;
  }

  private static Class<?>[] signature(Activation activation) {
    Class<?> array = float[].class;
    return hasParameter(activation)
        ? new Class<?>[] {array, array, int.class, int.class, int.class, float.class, Scratch.class}
        : new Class<?>[] {array, array, int.class, int.class, int.class, Scratch.class};
  }
}

package dev.annette.runtime.init;

import dev.annette.Initializer;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The weights of an initializer, whose class is found by the constant's name in CamelCase. */
final class InitializerFill {
  static final float CONSTANT = 0.25f;

  private InitializerFill() {}

  static float[] weights(Initializer initializer, int in, int out, long key) {
    float[] w = new float[in * out + 1];
    w[in * out] = -7;
    fill(initializer, w, in, out, key);
    if (w[in * out] != -7) {
      throw new AssertionError(initializer + " writes behind the weights");
    }
    return Arrays.copyOf(w, in * out);
  }

  private static void fill(Initializer initializer, float[] w, int in, int out, long key) {
    String camelCase =
        Arrays.stream(initializer.name().split("_"))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
    try {
      Class<?> type = Class.forName(InitializerFill.class.getPackageName() + "." + camelCase);
      if (initializer == Initializer.CONSTANT) {
        Method method =
            type.getMethod("fill", float[].class, int.class, int.class, float.class, long.class);
        method.invoke(null, w, in, out, CONSTANT, key);
      } else {
        Method method = type.getMethod("fill", float[].class, int.class, int.class, long.class);
        method.invoke(null, w, in, out, key);
      }
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError(initializer + " has no class " + camelCase, missing);
    }
  }
}

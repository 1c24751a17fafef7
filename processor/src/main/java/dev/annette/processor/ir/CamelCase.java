package dev.annette.processor.ir;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The name of an enum constant as Java writes classes and methods. */
public final class CamelCase {
  private CamelCase() {}

  /** Returns {@code LeakyRelu} for {@code LEAKY_RELU}. */
  public static String upper(Enum<?> constant) {
    return Arrays.stream(constant.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  /** Returns {@code leakyRelu} for {@code LEAKY_RELU}. */
  public static String lower(Enum<?> constant) {
    String upper = upper(constant);
    return upper.substring(0, 1).toLowerCase(Locale.ROOT) + upper.substring(1);
  }
}

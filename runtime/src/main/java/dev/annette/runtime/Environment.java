package dev.annette.runtime;

import dev.annette.runtime.kernel.Kernels;

/**
 * What the kernels run on.
 *
 * @param version the runtime's version
 * @param kernels the provider of kernels: {@code scalar} or {@code vector}
 * @param vectorBits the width of the vectors that the provider asks for; 0 if it leaves them to the
 *     JIT compiler
 * @param threads the processors that the JVM may use
 * @param jdk the JVM's vendor and version
 * @param advice how to enable faster kernels, or an empty text
 */
public record Environment(
    String version, String kernels, int vectorBits, int threads, String jdk, String advice) {
  private static final String ENABLE_VECTORS =
      "Start Java with --add-modules jdk.incubator.vector for the faster vector kernels.";

  private static final String VECTORS_FOLLOW =
      "The vector kernels take over after about a second of work.";

  static Environment of(Kernels kernels, boolean vectorsPresent, boolean warming) {
    return new Environment(
        Annette.version(),
        kernels.name(),
        kernels.vectorBits(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        advice(kernels, vectorsPresent, warming));
  }

  private static String advice(Kernels kernels, boolean vectorsPresent, boolean warming) {
    if (kernels.vectorBits() > 0) {
      return "";
    }
    if (warming) {
      return VECTORS_FOLLOW;
    }
    return vectorsPresent ? "" : ENABLE_VECTORS;
  }

  /** Returns the environment as one line to print or log. */
  @Override
  public String toString() {
    String vectors = vectorBits == 0 ? "" : " of " + vectorBits + " bits";
    String end = advice.isEmpty() ? "" : ". " + advice;
    return "Annette %s, %s kernels%s, %d threads, %s%s"
        .formatted(version, kernels, vectors, threads, jdk, end);
  }
}

package dev.annette.runtime;

import dev.annette.runtime.kernel.Kernels;

/** The library as a whole: its version, and the environment it runs in. */
public final class Annette {
  /** The agreement between generated code and runtime that this runtime keeps, {@value}. */
  public static final int GENERATED_VERSION = 1;

  private Annette() {}

  /**
   * Checks that generated code fits this runtime; called when a generated class is initialised.
   *
   * @param generatedFor the agreement the class was generated for
   * @param generatedClass the class's qualified name
   * @throws GeneratedVersionException if the two differ
   */
  public static void requireVersion(int generatedFor, String generatedClass) {
    if (generatedFor != GENERATED_VERSION) {
      throw new GeneratedVersionException(generatedFor, generatedClass);
    }
  }

  /** Returns the version of the runtime. */
  public static String version() {
    return RuntimeVersion.TEXT;
  }

  /** Returns what the kernels run on, and how to make them faster. */
  public static Environment environment() {
    return Environment.of(Kernels.active(), Kernels.vectorsPresent(), Kernels.warming());
  }
}

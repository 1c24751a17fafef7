package dev.annette.runtime.kernel;

import dev.annette.runtime.kernel.vector.VectorKernels;

/**
 * The choice between the providers of {@link Kernels}: the vector kernels where {@value #MODULE} is
 * present, unless the system property {@value #PROPERTY} says {@code scalar} or {@code vector}.
 */
final class KernelChoice {
  static final String PROPERTY = "annette.kernels";
  static final String MODULE = "jdk.incubator.vector";
  static final Kernels ACTIVE = announced(choose(System.getProperty(PROPERTY), modulePresent()));

  private KernelChoice() {}

  /**
   * Returns the provider that a setting asks for.
   *
   * @param setting {@code scalar}, {@code vector}, or null for the fastest that is there
   */
  static Kernels choose(String setting, boolean modulePresent) {
    if (setting == null) {
      return modulePresent ? vector() : new ScalarKernels();
    }
    switch (setting) {
      case "scalar":
        return new ScalarKernels();
      case "vector":
        if (modulePresent) {
          return vector();
        }
        throw new IllegalStateException(
            "-D%s=vector needs the module %s, which is absent. Start Java with --add-modules %s."
                .formatted(PROPERTY, MODULE, MODULE));
      default:
        throw new IllegalStateException(
            "-D%s=%s names no kernels. Write scalar or vector.".formatted(PROPERTY, setting));
    }
  }

  /** Names the class on a path of its own, so that it is loaded only where this is called. */
  private static Kernels vector() {
    return new VectorKernels();
  }

  private static boolean modulePresent() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  private static Kernels announced(Kernels kernels) {
    System.getLogger("dev.annette")
        .log(
            System.Logger.Level.DEBUG,
            "{0} kernels, vectors of {1} bits (0: as the JIT compiler likes)",
            kernels.name(),
            kernels.vectorBits());
    return kernels;
  }
}

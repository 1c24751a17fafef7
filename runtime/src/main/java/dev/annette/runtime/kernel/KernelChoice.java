package dev.annette.runtime.kernel;

/** The choice between the providers of {@link Kernels}. */
final class KernelChoice {
  static final Kernels ACTIVE = new ScalarKernels();

  private KernelChoice() {}
}

package dev.annette.processor.ir;

import java.util.List;

/**
 * A static method of the runtime, by name: the processor never loads the runtime. A test proves
 * that every one referred to exists.
 *
 * @param className its class, qualified
 * @param method its name
 * @param parameters the types of its parameters, as in Java source
 */
public record KernelRef(String className, String method, List<String> parameters) {
  /** The package of the kernels. */
  public static final String KERNELS = "dev.annette.runtime.kernel.";

  /** Copies the list of parameters. */
  public KernelRef {
    parameters = List.copyOf(parameters);
  }

  /** Returns the kernel {@code method} of a class in the runtime's kernel package. */
  public static KernelRef of(String simpleClass, String method, String... parameters) {
    return new KernelRef(KERNELS + simpleClass, method, List.of(parameters));
  }
}

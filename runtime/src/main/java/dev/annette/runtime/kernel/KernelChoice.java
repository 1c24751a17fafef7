package dev.annette.runtime.kernel;

import dev.annette.runtime.kernel.vector.VectorKernels;

/**
 * The choice between the providers of {@link Kernels}: the vector kernels where {@value #MODULE} is
 * present, unless the system property {@value #PROPERTY} says {@code scalar} or {@code vector}.
 *
 * <p>Until the JIT compiler has compiled them, vector kernels are many times slower than plain
 * Java, and compiling them takes seconds of processor time. So unless the property asks for them,
 * the scalar kernels start; once a program has shown that it has work to do, a {@link WarmUp}
 * beside it has the vector ones compiled, and then they take over. Both give the same bits, so this
 * may happen at any time.
 */
final class KernelChoice {
  static final String PROPERTY = "annette.kernels";
  static final String MODULE = "jdk.incubator.vector";

  /** Multiply-adds that show a program to have work to do: about a second of scalar products. */
  static final long WORK_BEFORE_WARM_UP = 10_000_000_000L;

  private static final System.Logger LOG = System.getLogger("dev.annette");
  private static volatile Kernels active;

  /** Whether vector kernels are there and will take over. */
  private static volatile boolean warming;

  private static volatile boolean started;

  /** Multiply-adds so far; not exact, since threads may miss each other's additions. */
  private static long work;

  static {
    String setting = System.getProperty(PROPERTY);
    boolean modulePresent = modulePresent();
    warming = setting == null && modulePresent;
    activate(choose(warming ? "scalar" : setting, modulePresent));
    started = !warming;
  }

  private KernelChoice() {}

  static Kernels active() {
    return active;
  }

  static boolean warming() {
    return warming;
  }

  /** Counts work; enough of it starts the warm-up. */
  static void worked(long multiplyAdds) {
    if (!started) {
      work += multiplyAdds;
      if (work >= WORK_BEFORE_WARM_UP) {
        startWarmUp();
      }
    }
  }

  /**
   * Returns the provider that a setting asks for.
   *
   * @param setting {@code scalar}, {@code vector}, or null for the fastest that is there
   */
  static Kernels choose(String setting, boolean modulePresent) {
    if (setting == null) {
      return modulePresent ? vector() : new ScalarKernels();
    }
    return switch (setting) {
      case "scalar" -> new ScalarKernels();
      case "vector" -> {
        if (!modulePresent) {
          throw new IllegalStateException(
              "-D%s=vector needs the module %s, which is absent. Start Java with --add-modules %s."
                  .formatted(PROPERTY, MODULE, MODULE));
        }
        yield vector();
      }
      default ->
          throw new IllegalStateException(
              "-D%s=%s names no kernels. Write scalar or vector.".formatted(PROPERTY, setting));
    };
  }

  /** Names the class on a path of its own, so that it is loaded only where this is called. */
  private static Kernels vector() {
    return new VectorKernels();
  }

  static boolean modulePresent() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  private static synchronized void startWarmUp() {
    if (started) {
      return;
    }
    started = true;
    Thread thread = new Thread(null, KernelChoice::warmUp, "annette-kernels", 0, false);
    thread.setDaemon(true);
    thread.start();
  }

  private static void warmUp() {
    try {
      Kernels vector = vector();
      if (new WarmUp(active, vector).passes()) {
        activate(vector);
      } else {
        LOG.log(System.Logger.Level.DEBUG, "the vector kernels are not faster here");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      warming = false;
    }
  }

  private static void activate(Kernels kernels) {
    active = kernels;
    LOG.log(
        System.Logger.Level.DEBUG,
        "{0} kernels, vectors of {1} bits (0: as the JIT compiler likes)",
        kernels.name(),
        kernels.vectorBits());
  }
}

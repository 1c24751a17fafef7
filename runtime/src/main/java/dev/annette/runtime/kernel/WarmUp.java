package dev.annette.runtime.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The compilation of a provider of {@link Kernels} before it is used: small calls of every kernel,
 * until the JIT compiler has made each about as fast as that of the provider in use.
 *
 * <p>Vector kernels that it has not compiled are slower by far, so their time tells, and on a
 * processor without vectors they never pass. The calls are few and far between, since the compiler
 * and the program need the processors too.
 */
final class WarmUp {
  /** The calls of a kernel that make the compiler begin with it. */
  private static final int PRIMING_CALLS = 1024;

  /** The calls of a kernel in one go. */
  private static final int RUN = 16;

  private static final int PRIMING_PAUSE_MILLIS = 1;

  /** The trials after which slow kernels are given up, some 45 s: trial n follows after n ms. */
  private static final int TRIALS = 300;

  /** How many times the time of the usual kernel, on small calls, lets a warmed one pass. */
  private static final int TOLERANCE = 2;

  private final Kernels usual;
  private final Kernels warmed;
  private final int trials;
  private final List<WarmUpCall> calls = WarmUpCall.all();
  private final Scratch scratch = new Scratch();

  WarmUp(Kernels usual, Kernels warmed) {
    this(usual, warmed, TRIALS);
  }

  WarmUp(Kernels usual, Kernels warmed, int trials) {
    this.usual = usual;
    this.warmed = warmed;
    this.trials = trials;
  }

  /** Returns the provider that is warmed up. */
  Kernels warmed() {
    return warmed;
  }

  /** Warms up and returns whether every kernel passed. */
  boolean passes() throws InterruptedException {
    for (int done = 0; done < PRIMING_CALLS; done += RUN) {
      for (WarmUpCall call : calls) {
        nanos(call, usual);
        nanos(call, warmed);
      }
      Thread.sleep(PRIMING_PAUSE_MILLIS);
    }
    List<Candidate> candidates = new ArrayList<>();
    calls.forEach(call -> candidates.add(new Candidate(call)));
    for (int trial = 0; trial < trials && !candidates.isEmpty(); trial++) {
      Thread.sleep(trial);
      candidates.removeIf(Candidate::passes);
    }
    return candidates.isEmpty();
  }

  private long nanos(WarmUpCall call, Kernels kernels) {
    long start = System.nanoTime();
    for (int i = 0; i < RUN; i++) {
      call.run(kernels, scratch);
    }
    return System.nanoTime() - start;
  }

  /** A kernel that has not passed yet. */
  private final class Candidate {
    private final WarmUpCall call;
    private long usualNanos = Long.MAX_VALUE / TOLERANCE;

    Candidate(WarmUpCall call) {
      this.call = call;
    }

    boolean passes() {
      usualNanos = Math.min(usualNanos, nanos(call, usual));
      return nanos(call, warmed) <= TOLERANCE * usualNanos;
    }
  }
}

package dev.annette.runtime.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The compilation of a provider of {@link Kernels} before it is used: small calls of every kernel,
 * until the JIT compiler has made each about as fast as that of the provider in use.
 *
 * <p>Vector kernels that it has not compiled are slower by far, so their time tells, and on a
 * processor without vectors they never pass. At least half of the time goes to pauses, since the
 * compiler and the program need the processors too.
 */
final class WarmUp {
  /** The calls of a kernel that make the compiler begin with it. */
  private static final int PRIMING_CALLS = 1024;

  /** The calls of a kernel in one go. */
  private static final int RUN = 16;

  private static final int NANOS_PER_MILLI = 1_000_000;

  /** The trials after which slow kernels are given up, some 45 s: trial n follows after n ms. */
  private static final int TRIALS = 300;

  /** How many times the time of the usual kernel, on small calls, lets a warmed one pass. */
  private static final int TOLERANCE = 4;

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

  /** Warms up and returns whether every kernel passed. */
  boolean passes() throws InterruptedException {
    for (int done = 0; done < PRIMING_CALLS; done += RUN) {
      long start = System.nanoTime();
      for (WarmUpCall call : calls) {
        nanos(call, usual);
        nanos(call, warmed);
      }
      rest(start, 1);
    }
    List<Candidate> candidates = new ArrayList<>();
    calls.forEach(call -> candidates.add(new Candidate(call)));
    for (int trial = 0; trial < trials && !candidates.isEmpty(); trial++) {
      long start = System.nanoTime();
      candidates.removeIf(Candidate::passes);
      rest(start, trial);
    }
    return candidates.isEmpty();
  }

  /** Sleeps as long as this has worked since {@code start}, but not less than some time. */
  private static void rest(long start, long leastMillis) throws InterruptedException {
    long worked = (System.nanoTime() - start) / NANOS_PER_MILLI;
    Thread.sleep(Math.max(leastMillis, worked));
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

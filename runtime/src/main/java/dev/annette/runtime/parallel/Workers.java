package dev.annette.runtime.parallel;

import dev.annette.runtime.kernel.Scratch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A few threads that do the parts of a task together with the calling thread.
 *
 * <p>The threads are daemons. Between tasks they spin for about 50 µs, then sleep, and after about
 * 2 s without a task they end; the next task starts them again. So nobody has to close anything.
 * {@link #run} allocates nothing while the threads live.
 */
public final class Workers {
  private final int threads;
  private final String overlap;
  private final Round round;
  private final Worker[] helpers;
  private final Scratch callerScratch = new Scratch();
  private final AtomicBoolean busy = new AtomicBoolean();

  /**
   * Creates workers; no thread starts before the first task.
   *
   * @param threads how many threads work on a task, the calling thread included
   * @throws IllegalArgumentException if that is not at least 1
   */
  public Workers(int threads) {
    this(
        threads,
        "These workers are in the middle of a task, and they do one at a time. A part must not call"
            + " run of its own workers, and two threads must not share workers.");
  }

  /**
   * Creates workers for an owner that says in its own words that it does one task at a time.
   *
   * @param overlap what to say where a task would start in the middle of another
   */
  public Workers(int threads, String overlap) {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "The number of threads is " + threads + "; it must be at least 1.");
    }
    this.threads = threads;
    this.overlap = overlap;
    this.round = new Round(threads, threads <= available());
    this.helpers = new Worker[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Worker(round, i + 1);
    }
  }

  /** Returns the number of processors this process may use; limits of a container count. */
  public static int available() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Returns how many threads work on a task, the calling thread included. */
  public int threads() {
    return threads;
  }

  /**
   * Calls {@code task.run(p, scratch)} once for every p from 0 to below {@code parts} and returns
   * when all calls have returned. What the caller wrote before is visible to the parts, and what
   * they wrote is visible to the caller after.
   *
   * <p>If parts throw, the others still run; then the first exception is thrown here, with the rest
   * as its suppressed ones. An interrupt of the calling thread is kept, not acted on.
   *
   * @param parts the number of parts, from 0 to {@value Round#MAX_PARTS}
   * @throws IllegalStateException if these workers are in the middle of a task, in this or another
   *     thread
   */
  public void run(int parts, PartTask task) {
    if (parts < 0 || parts > Round.MAX_PARTS) {
      throw new IllegalArgumentException(
          "The number of parts is " + parts + "; it must be from 0 to " + Round.MAX_PARTS + ".");
    }
    if (!busy.compareAndSet(false, true)) {
      throw new IllegalStateException(overlap);
    }
    try {
      if (parts <= 1 || threads == 1) {
        runHere(parts, task);
      } else {
        runTogether(parts, task);
      }
    } finally {
      busy.set(false);
    }
  }

  private void runHere(int parts, PartTask task) {
    Failures failures = round.failures();
    for (int part = 0; part < parts; part++) {
      try {
        task.run(part, callerScratch);
      } catch (Throwable thrown) {
        failures.add(thrown);
      }
    }
    failures.rethrow();
  }

  private void runTogether(int parts, PartTask task) {
    long ticket = round.open(parts, task);
    int awake = Math.min(parts, threads) - 1;
    for (int i = 0; i < awake; i++) {
      helpers[i].wake();
    }
    round.work(ticket, 0, callerScratch);
    round.awaitAll();
    round.failures().rethrow();
  }
}

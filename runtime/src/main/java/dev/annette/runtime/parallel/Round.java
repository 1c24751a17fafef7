package dev.annette.runtime.parallel;

import dev.annette.runtime.kernel.Scratch;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * The task at hand: which parts are taken, and how many are not done yet.
 *
 * <p>A task is announced by a <em>ticket</em>, the number of the round and the number of parts in
 * one long, so both are always read together. A thread takes a part by stamping it with the round's
 * number, in order: those of its own share first (part p belongs to thread {@code p % threads}, so
 * that a thread meets the same rows and weights in every step), then whatever is left. A taken part
 * keeps the round open; a thread that wakes late finds every part of its ticket stamped.
 */
final class Round {
  private static final int PART_BITS = 20;

  /** The largest number of parts, {@value}. */
  static final int MAX_PARTS = (1 << PART_BITS) - 1;

  /** Slots of {@link #signals}, each on cache lines of its own. */
  private static final int TICKET = 16;

  private static final int PENDING = 32;

  private final int threads;
  private final long spinNanos;
  private final AtomicLongArray signals = new AtomicLongArray(48);
  private final Failures failures = new Failures();
  private AtomicLongArray stamps = new AtomicLongArray(16);
  private PartTask task;
  private Thread caller;
  private volatile boolean callerSleeps;

  Round(int threads, boolean spins) {
    this.threads = threads;
    this.spinNanos = spins ? Spin.NANOS : 0;
  }

  /** Returns for how long a thread waits awake: not at all where threads outnumber processors. */
  long spinNanos() {
    return spinNanos;
  }

  /** Returns what parts threw. */
  Failures failures() {
    return failures;
  }

  /** Returns the ticket of the newest round. */
  long ticket() {
    return signals.get(TICKET);
  }

  /** Opens a round and returns its ticket. The round before must be over. */
  long open(int parts, PartTask newTask) {
    if (stamps.length() < parts) {
      AtomicLongArray larger = new AtomicLongArray(parts);
      for (int i = 0; i < stamps.length(); i++) {
        larger.set(i, stamps.get(i));
      }
      stamps = larger;
    }
    task = newTask;
    caller = Thread.currentThread();
    signals.set(PENDING, parts);
    long ticket = ((ticket() >>> PART_BITS) + 1 << PART_BITS) | parts;
    signals.set(TICKET, ticket);
    return ticket;
  }

  /** Does parts of the round until none is left to take. */
  void work(long ticket, int thread, Scratch scratch) {
    int parts = (int) ticket & MAX_PARTS;
    long number = ticket >>> PART_BITS;
    for (int part = thread; part < parts; part += threads) {
      workOn(part, number, scratch);
    }
    for (int part = 0; part < parts; part++) {
      workOn(part, number, scratch);
    }
  }

  private void workOn(int part, long number, Scratch scratch) {
    AtomicLongArray stamp = stamps;
    long last = stamp.get(part);
    if (last >= number || !stamp.compareAndSet(part, last, number)) {
      return;
    }
    try {
      task.run(part, scratch);
    } catch (Throwable thrown) {
      failures.add(thrown);
    }
    Thread waiting = caller;
    if (signals.decrementAndGet(PENDING) == 0 && callerSleeps) {
      LockSupport.unpark(waiting);
    }
  }

  /** Waits until every part of the round is done: awake for a while, then asleep. */
  void awaitAll() {
    long deadline = System.nanoTime() + spinNanos;
    do {
      for (int look = 0; look < Spin.LOOKS; look++) {
        if (signals.get(PENDING) == 0) {
          return;
        }
        Thread.onSpinWait();
      }
    } while (System.nanoTime() < deadline);
    sleepUntilDone();
  }

  private void sleepUntilDone() {
    boolean interrupted = false;
    callerSleeps = true;
    while (signals.get(PENDING) != 0) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    callerSleeps = false;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

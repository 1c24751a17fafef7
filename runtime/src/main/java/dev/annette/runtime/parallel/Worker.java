package dev.annette.runtime.parallel;

import dev.annette.runtime.kernel.Scratch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A helper of the calling thread: the place of one thread and its scratch arrays, which outlive the
 * thread.
 */
final class Worker implements Runnable {
  private static final long IDLE_NANOS = 2_000_000_000L;
  private static final int ENDED = 0;
  private static final int AWAKE = 1;
  private static final int ASLEEP = 2;

  private final Round round;
  private final int number;
  private final Scratch scratch = new Scratch();
  private final AtomicInteger state = new AtomicInteger(ENDED);
  private volatile Thread thread;

  Worker(Round round, int number) {
    this.round = round;
    this.number = number;
  }

  /** Makes sure that a thread sees the round just opened. Called by the one who opened it. */
  void wake() {
    if (state.compareAndSet(ASLEEP, AWAKE)) {
      LockSupport.unpark(thread);
    } else if (state.compareAndSet(ENDED, AWAKE)) {
      Thread started = new Thread(null, this, "annette-worker-" + number, 0, false);
      started.setDaemon(true);
      thread = started;
      started.start();
    }
  }

  @Override
  public void run() {
    long done = 0;
    do {
      long ticket = round.ticket();
      if (ticket != done) {
        round.work(ticket, number, scratch);
        done = ticket;
      }
    } while (awaitOther(done));
  }

  /** Waits for another ticket; returns false if none came and this thread must end. */
  private boolean awaitOther(long done) {
    long deadline = System.nanoTime() + round.spinNanos();
    do {
      for (int look = 0; look < Spin.LOOKS; look++) {
        if (round.ticket() != done) {
          return true;
        }
        Thread.onSpinWait();
      }
    } while (System.nanoTime() < deadline);
    return sleepUntilOther(done);
  }

  /** Sleeps. Whoever opens a round either sees this thread asleep or is seen by its last look. */
  private boolean sleepUntilOther(long done) {
    state.set(ASLEEP);
    long deadline = System.nanoTime() + IDLE_NANOS;
    while (state.get() == ASLEEP) {
      long left = deadline - System.nanoTime();
      if (round.ticket() != done) {
        state.compareAndSet(ASLEEP, AWAKE);
      } else if (left > 0) {
        LockSupport.parkNanos(this, left);
        Thread.interrupted();
      } else if (state.compareAndSet(ASLEEP, ENDED)) {
        return false;
      }
    }
    return true;
  }
}

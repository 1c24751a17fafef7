package dev.annette.runtime.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.kernel.Scratch;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {
  @Test
  void every_part_runs_exactly_once() {
    for (int threads = 1; threads <= 8; threads++) {
      Workers workers = new Workers(threads);
      assertEquals(threads, workers.threads());
      for (int parts = 0; parts <= 100; parts++) {
        AtomicIntegerArray runs = new AtomicIntegerArray(parts);
        workers.run(parts, (part, scratch) -> runs.incrementAndGet(part));
        for (int part = 0; part < parts; part++) {
          assertEquals(1, runs.get(part), threads + " threads, part " + part + " of " + parts);
        }
      }
    }
  }

  /** Plain arrays, written by one side and read by the other, thousands of times. */
  @Test
  void writes_are_visible_on_both_sides() {
    for (int threads : new int[] {2, 3, 4}) {
      Workers workers = new Workers(threads);
      int[] input = new int[1];
      long[] output = new long[4 * 32];
      PartTask square = (part, scratch) -> output[32 * part] = (long) input[0] * input[0] + part;
      for (int run = 0; run < 5_000; run++) {
        input[0] = run;
        int parts = 1 + run % 4;
        workers.run(parts, square);
        for (int part = 0; part < parts; part++) {
          assertEquals((long) run * run + part, output[32 * part]);
        }
        if (run % 500 == 0) {
          LockSupport.parkNanos(1_000_000);
        }
      }
    }
  }

  @Test
  void parts_run_at_the_same_time() {
    Workers workers = new Workers(3);
    CountDownLatch met = new CountDownLatch(3);
    Map<Thread, Scratch> scratches = new ConcurrentHashMap<>();
    workers.run(
        3,
        (part, scratch) -> {
          scratches.put(Thread.currentThread(), scratch);
          met.countDown();
          await(met);
        });
    assertEquals(3, scratches.size());
    assertEquals(3, new HashSet<>(scratches.values()).size());
    for (Thread thread : scratches.keySet()) {
      boolean helper = thread != Thread.currentThread();
      assertEquals(helper, thread.getName().matches("annette-worker-[12]") && thread.isDaemon());
    }
  }

  /** Both parts wait for each other, so no thread can take the other's. */
  @Test
  void a_thread_keeps_its_parts_and_its_scratch() {
    Workers workers = new Workers(2);
    Set<Scratch> callers = ConcurrentHashMap.newKeySet();
    Set<Scratch> helpers = ConcurrentHashMap.newKeySet();
    Thread caller = Thread.currentThread();
    for (int run = 0; run < 100; run++) {
      CountDownLatch met = new CountDownLatch(2);
      workers.run(
          2,
          (part, scratch) -> {
            assertEquals(part == 0, Thread.currentThread() == caller);
            (part == 0 ? callers : helpers).add(scratch);
            met.countDown();
            await(met);
          });
    }
    assertEquals(1, callers.size());
    assertEquals(1, helpers.size());
  }

  @Test
  void exceptions_reach_the_caller_together() {
    for (int threads : new int[] {1, 2, 4}) {
      Workers workers = new Workers(threads);
      AtomicIntegerArray runs = new AtomicIntegerArray(10);
      PartTask failing =
          (part, scratch) -> {
            runs.incrementAndGet(part);
            if (part % 3 == 0) {
              throw new IllegalArgumentException("part " + part);
            }
          };
      IllegalArgumentException thrown =
          assertThrows(IllegalArgumentException.class, () -> workers.run(10, failing));
      Set<String> messages = new HashSet<>(Set.of(thrown.getMessage()));
      for (Throwable suppressed : thrown.getSuppressed()) {
        messages.add(suppressed.getMessage());
      }
      assertEquals(Set.of("part 0", "part 3", "part 6", "part 9"), messages);
      for (int part = 0; part < 10; part++) {
        assertEquals(1, runs.get(part));
      }
      workers.run(10, (part, scratch) -> runs.incrementAndGet(part));
      assertEquals(2, runs.get(9));
    }
  }

  @Test
  void errors_come_as_they_are() {
    AssertionError error = new AssertionError("same in every part");
    PartTask failing =
        (part, scratch) -> {
          throw error;
        };
    Workers workers = new Workers(2);
    assertSame(error, assertThrows(AssertionError.class, () -> workers.run(4, failing)));
  }

  @Test
  void a_part_cannot_start_a_task_of_its_own_workers() {
    for (int threads : new int[] {1, 2}) {
      Workers workers = new Workers(threads);
      PartTask nested = (part, scratch) -> workers.run(1, (inner, innerScratch) -> {});
      String message =
          assertThrows(IllegalStateException.class, () -> workers.run(2, nested)).getMessage();
      assertTrue(message.contains("in the middle of a task"));
    }
  }

  @Test
  void numbers_out_of_range_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Workers(0));
    Workers workers = new Workers(1);
    assertThrows(IllegalArgumentException.class, () -> workers.run(-1, (part, scratch) -> {}));
    assertThrows(IllegalArgumentException.class, () -> workers.run(1 << 20, (part, scratch) -> {}));
  }

  @Test
  void an_interrupt_is_kept_and_not_acted_on() {
    Workers workers = new Workers(2);
    CountDownLatch started = new CountDownLatch(2);
    Thread caller = Thread.currentThread();
    caller.interrupt();
    int[] done = new int[2];
    workers.run(
        2,
        (part, scratch) -> {
          started.countDown();
          while (started.getCount() > 0) {
            Thread.onSpinWait();
          }
          if (Thread.currentThread() != caller) {
            LockSupport.parkNanos(5_000_000);
          }
          done[part] = 1;
        });
    assertTrue(Thread.interrupted());
    assertEquals(2, done[0] + done[1]);
  }

  @Test
  void threads_end_when_idle_and_start_again() throws InterruptedException {
    Workers workers = new Workers(2);
    Thread first = helperOf(workers);
    first.join(20_000);
    assertFalse(first.isAlive());
    Thread second = helperOf(workers);
    assertNotNull(second);
    assertTrue(second != first && second.isAlive());
  }

  @Test
  void nothing_is_allocated_while_the_threads_live() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    Workers workers = new Workers(2);
    long[] sums = new long[64];
    PartTask task = (part, scratch) -> sums[32 * part]++;
    Thread helper = helperOf(workers);
    for (int run = 0; run < 20_000; run++) {
      workers.run(2, task);
    }
    long caller = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(caller);
    long helperBefore = threads.getThreadAllocatedBytes(helper.getId());
    for (int run = 0; run < 10_000; run++) {
      workers.run(2, task);
    }
    long allocated = threads.getThreadAllocatedBytes(caller) - before;
    long helperAllocated = threads.getThreadAllocatedBytes(helper.getId()) - helperBefore;
    assertTrue(helper.isAlive());
    assertTrue(allocated + helperAllocated < 10_000, allocated + " and " + helperAllocated);
    assertEquals(30_000, sums[0]);
  }

  /** Runs two parts that wait for each other, so one of them is the helper's. */
  private static Thread helperOf(Workers workers) {
    CountDownLatch met = new CountDownLatch(2);
    Thread[] helper = new Thread[1];
    Thread caller = Thread.currentThread();
    workers.run(
        2,
        (part, scratch) -> {
          if (Thread.currentThread() != caller) {
            helper[0] = Thread.currentThread();
          }
          met.countDown();
          await(met);
        });
    return helper[0];
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}

package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step allocates nothing once it is compiled and has seen its largest batch. */
class AllocationTest {
  private static final int STEPS = 500;

  /** Code that is not compiled yet may allocate; these are many times what compiling takes. */
  private static final int ROUNDS = 60;

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        Sgd.of(0.01), Sgd.nesterov(0.01, 0.9), RmsProp.defaults(), Adam.defaults(), AdamW.of(0.01));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void a_step_allocates_nothing(Optimizer optimizer) {
    Dataset rows = Rows.regression(64, HiddenTrainer.INPUT_SIZE, 3);
    HiddenTrainer trainer = HiddenTrainer.create(1);
    trainer.fitInputs(rows);
    trainer.prepare(Training.online().examples(64).threads(2).optimizer(optimizer));
    Batch batch = rows.toBatch();
    long bytes = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && bytes >= STEPS; round++) {
      long before = allocated();
      run(trainer, batch);
      bytes = allocated() - before;
    }
    assertTrue(bytes < STEPS, "less than a byte a step, not " + bytes + " in " + STEPS);
  }

  private static void run(HiddenTrainer trainer, Batch batch) {
    for (int step = 0; step < STEPS; step++) {
      trainer.step(batch);
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}

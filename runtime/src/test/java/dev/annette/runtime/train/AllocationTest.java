package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A step allocates nothing once it is compiled and has seen its largest batch.
 *
 * <p>Measured in a process of its own with plain kernels: vector operations allocate wherever C2
 * does not inline them, which depends on all that a process has run before.
 */
class AllocationTest {
  private static final int STEPS = 2000;
  private static final int ROUNDS = 10;

  @Test
  void a_step_allocates_nothing() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dannette.kernels=scalar",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                AllocationTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    assertEquals(
        List.of("Sgd 0", "Sgd.nesterov 0", "RmsProp 0", "Adam 0", "AdamW 0"),
        output.lines().toList());
  }

  /** Prints the bytes a step of every optimizer, the least of some rounds. */
  public static void main(String[] arguments) {
    Dataset rows = Rows.regression(64, HiddenTrainer.INPUT_SIZE, 3);
    for (Optimizer optimizer :
        List.of(
            Sgd.of(0.01),
            Sgd.nesterov(0.01, 0.9),
            RmsProp.defaults(),
            Adam.defaults(),
            AdamW.defaults())) {
      HiddenTrainer trainer = HiddenTrainer.create(1);
      trainer.fitInputs(rows);
      trainer.prepare(Training.online().examples(64).threads(2).optimizer(optimizer));
      Batch batch = rows.toBatch();
      long bytes = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        long before = allocated();
        for (int step = 0; step < STEPS; step++) {
          trainer.step(batch);
        }
        bytes = Math.min(bytes, allocated() - before);
      }
      System.out.println(optimizer.name() + " " + bytes / STEPS);
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}

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
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A step allocates nothing once it is compiled and has seen its largest batch.
 *
 * <p>Measured in processes of their own: vector operations allocate until C2 has compiled their
 * method whole. How it compiles one depends on all that a process has run before, and in some
 * processes a method keeps allocating for good; so every option of the vector kernels must come to
 * nothing in one of a few processes, those of the scalar kernels in the only one.
 */
class AllocationTest {
  private static final int STEPS = 1000;
  private static final int ROUNDS = 100;
  private static final int CALM_ROUNDS = 5;
  private static final int VECTOR_PROCESSES = 8;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void a_step_on_scalar_kernels_allocates_nothing() throws IOException, InterruptedException {
    assertEquals(Map.of(), thatAllocate("scalar", 1));
  }

  @Test
  void a_step_on_vector_kernels_can_be_compiled_to_allocate_nothing()
      throws IOException, InterruptedException {
    assertEquals(Map.of(), thatAllocate("vector", VECTOR_PROCESSES));
  }

  /** Returns the options that allocated in every process, with the fewest bytes of a round. */
  private static Map<String, Long> thatAllocate(String kernels, int processes)
      throws IOException, InterruptedException {
    Map<String, Long> least = new TreeMap<>();
    for (int done = 0; done < processes && (done == 0 || !least.isEmpty()); done++) {
      Map<String, Long> measured = measure(kernels);
      assertEquals(10, measured.size(), measured.toString());
      boolean first = done == 0;
      measured.forEach(
          (option, bytes) -> {
            if (first || least.containsKey(option)) {
              least.merge(option, bytes, Math::min);
            }
          });
      least.values().removeIf(bytes -> bytes == 0);
    }
    return least;
  }

  private static Map<String, Long> measure(String kernels)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-Dannette.kernels=" + kernels,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                AllocationTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    Map<String, Long> bytes = new TreeMap<>();
    output
        .lines()
        .filter(line -> !line.startsWith("WARNING"))
        .map(line -> line.split(" "))
        .forEach(words -> bytes.put(words[0], Long.valueOf(words[1])));
    return bytes;
  }

  /** Prints the bytes of a round of steps with every option, 0 once some in a row had none. */
  public static void main(String[] arguments) {
    Training training = Training.online().examples(64).threads(2);
    for (Optimizer optimizer :
        List.of(
            Sgd.of(0.01),
            Sgd.nesterov(0.01, 0.9),
            RmsProp.defaults(),
            Adam.defaults(),
            AdamW.defaults())) {
      print(optimizer.name(), training.optimizer(optimizer));
    }
    print("clipValue", training.clipValue(0.1));
    print("clipGlobalNorm", training.clipGlobalNorm(0.1));
    print(
        "schedules",
        training
            .learningRate(WarmUp.over(50).perStep(), ExponentialDecay.of(0.9999).perStep())
            .l2("hidden", CosineRestarts.every(100).perStep())
            .dropout("hidden", OneCycle.over(10_000).perStep()));
    print("averaging", training.averaging(Ema.of(0.99)));
    print("mixup", training.mixup(0.2));
  }

  private static void print(String name, Training training) {
    Dataset rows = Rows.regression(64, HiddenTrainer.INPUT_SIZE, 3);
    HiddenTrainer trainer = HiddenTrainer.create(1);
    trainer.fitInputs(rows);
    trainer.prepare(training);
    Batch batch = rows.toBatch();
    long bytes = Long.MAX_VALUE;
    int calm = 0;
    for (int round = 0; round < ROUNDS && calm < CALM_ROUNDS; round++) {
      long before = allocated();
      for (int step = 0; step < STEPS; step++) {
        trainer.step(batch);
      }
      bytes = allocated() - before;
      calm = bytes == 0 ? calm + 1 : 0;
    }
    System.out.println(name + " " + bytes);
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}

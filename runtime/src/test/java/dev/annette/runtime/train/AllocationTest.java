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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A step allocates nothing once it is compiled and has seen its largest batch.
 *
 * <p>Measured in a process of its own: vector operations allocate until C2 has compiled their
 * method whole, which depends on all that a process has run before.
 */
class AllocationTest {
  private static final int STEPS = 1000;
  private static final int ROUNDS = 100;
  private static final int CALM_ROUNDS = 5;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(strings = {"scalar", "vector"})
  void a_step_allocates_nothing(String kernels) throws IOException, InterruptedException {
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
    process.waitFor();
    assertEquals(
        List.of(
            "Sgd 0",
            "Sgd.nesterov 0",
            "RmsProp 0",
            "Adam 0",
            "AdamW 0",
            "clipValue 0",
            "clipGlobalNorm 0",
            "schedules 0",
            "averaging 0"),
        output.lines().filter(line -> !line.startsWith("WARNING")).toList());
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

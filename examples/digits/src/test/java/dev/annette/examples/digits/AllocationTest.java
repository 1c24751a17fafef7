package dev.annette.examples.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.Predictor;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Generated code allocates nothing once it is compiled: neither a training step nor a prediction.
 *
 * <p>Measured in a process of its own, as what the JIT compiler does depends on all that a process
 * has run before.
 */
class AllocationTest {
  private static final int WINDOW = 1000;
  private static final int WINDOWS = 100;
  private static final int CALM_WINDOWS = 5;
  private static final int ROWS = 64;
  private static final int DIGITS = 10;

  @ParameterizedTest
  @ValueSource(strings = {"scalar", "vector"})
  void steps_and_predictions_allocate_nothing(String kernels)
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
    process.waitFor();
    assertEquals(
        List.of("step 0", "prediction 0", "prediction of rows 0"),
        output.lines().filter(line -> !line.startsWith("WARNING")).toList());
  }

  /** Prints the bytes that steps and predictions allocate once they are compiled. */
  public static void main(String[] arguments) throws IOException {
    DigitsTrainer trainer = DigitsTrainer.create(1);
    trainer.prepare(Training.online().examples(ROWS).threads(1).optimizer(Adam.defaults()));
    Dataset digits = DigitsJob.digits();
    trainer.fitInputs(digits);
    Batch batch = digits.select(IntStream.range(0, ROWS).toArray()).toBatch();
    print("step", () -> trainer.step(batch));

    Predictor predictor = trainer.model().predictor();
    float[] row = digits.row(0);
    float[] outputs = new float[DIGITS];
    print("prediction", () -> predictor.predict(row, outputs));
    float[] rows = batch.features();
    float[] all = new float[ROWS * DIGITS];
    print("prediction of rows", () -> predictor.predict(rows, ROWS, all));
  }

  /** Prints the bytes of a window of calls, 0 once some windows in a row had none. */
  private static void print(String what, Runnable task) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long bytes = Long.MAX_VALUE;
    int calm = 0;
    for (int window = 0; window < WINDOWS && calm < CALM_WINDOWS; window++) {
      long before = threads.getThreadAllocatedBytes(thread);
      for (int i = 0; i < WINDOW; i++) {
        task.run();
      }
      bytes = threads.getThreadAllocatedBytes(thread) - before;
      calm = bytes == 0 ? calm + 1 : 0;
    }
    System.out.println(what + " " + bytes);
  }
}

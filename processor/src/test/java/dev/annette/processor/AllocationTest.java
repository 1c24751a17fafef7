package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import dev.annette.processor.testing.CustomParts;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.Predictor;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import dev.annette.runtime.uncertainty.Sampler;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A generated trainer and a generated predictor allocate nothing once they are compiled and have
 * seen their largest batch.
 *
 * <p>Measured over the calling thread and the workers, in a process of its own with plain kernels:
 * vector operations allocate wherever C2 does not inline them.
 */
class AllocationTest {
  private static final int ROWS = 128;
  private static final int INPUT = 16;
  private static final int CALLS = 2000;
  private static final int ROUNDS = 10;

  @Test
  void steps_and_predictions_allocate_nothing() throws IOException, InterruptedException {
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
        List.of(
            "2 threads",
            "step 0",
            "step with class weights, smoothed labels and mixup 0",
            "predict a row 0",
            "predict rows 0",
            "logits 0",
            "draw 0",
            "pruned row 0",
            "pruned rows 0",
            "step with a mask for all rows 0",
            "custom step 0",
            "embedded step 0",
            "embedded rows 0"),
        output.lines().toList());
  }

  /** Prints the bytes of each kind of call. */
  public static void main(String[] arguments) {
    NetworkTrainer<?> trainer =
        SourceCompiler.javac()
            .compileCleanly(
                Declarations.source(
                    "example.Sample",
                    "input = " + INPUT + ", loss = Loss.CROSS_ENTROPY",
                    "@Standardize Layer features;",
                    "@Dense(units = 48, activation = RELU) @L2(1) @Dropout(0.5) Layer hidden;",
                    "@Dense(units = 32, activation = ELU) @L1(0.1) @GaussianNoise(0.1) Layer"
                        + " second;",
                    "@Dense(units = 19, activation = SIGMOID) @KlSparsity(0.1) @AlphaDropout(0.1)"
                        + " @GaussianDropout(0.1) Layer third;",
                    "@Dense(units = 3) Layer output;"))
            .network("example.Sample")
            .create(1);
    Random random = new Random(1);
    float[] features = new float[ROWS * INPUT];
    int[] labels = new int[ROWS];
    for (int i = 0; i < features.length; i++) {
      features[i] = random.nextFloat();
      labels[i / INPUT] = i % 3;
    }
    Dataset data = Dataset.ofClasses(features, ROWS, labels);
    trainer.fitInputs(data);
    trainer.prepare(Training.online().examples(ROWS).threads(2));
    Batch batch = data.toBatch();
    trainer.step(batch);
    long[] threads = threads();
    long[] caller = {Thread.currentThread().getId()};
    System.out.println(threads.length + " threads");
    System.out.println("step " + least(() -> trainer.step(batch), threads));
    trainer.prepare(
        Training.online()
            .examples(ROWS)
            .threads(2)
            .classWeights(1, 2, 3)
            .labelSmoothing(0.1)
            .mixup(0.2));
    System.out.println(
        "step with class weights, smoothed labels and mixup "
            + least(() -> trainer.step(batch), threads));
    Predictor predictor = trainer.model().predictor();
    float[] row = new float[INPUT];
    float[] outputs = new float[ROWS * 3];
    float[] output = new float[3];
    System.out.println("predict a row " + least(() -> predictor.predict(row, output), caller));
    System.out.println(
        "predict rows " + least(() -> predictor.predict(features, ROWS, outputs), caller));
    System.out.println("logits " + least(() -> predictor.logits(features, ROWS, outputs), caller));
    Sampler sampler = trainer.sampler(1);
    sampler.take(features, ROWS);
    System.out.println("draw " + least(() -> sampler.draw(5, outputs), caller));
    Predictor pruned = pruned(trainer);
    System.out.println("pruned row " + least(() -> pruned.predict(row, output), caller));
    System.out.println(
        "pruned rows " + least(() -> pruned.predict(features, ROWS, outputs), caller));
    NetworkTrainer<?> masked = masked();
    masked.prepare(Training.online().examples(ROWS).threads(2));
    masked.step(batch);
    System.out.println(
        "step with a mask for all rows " + least(() -> masked.step(batch), threads()));
    NetworkTrainer<?> custom = custom();
    Batch values = Dataset.ofValues(features, ROWS, new float[ROWS * 3]).toBatch();
    custom.prepare(Training.online().examples(ROWS).threads(2));
    custom.step(values);
    System.out.println("custom step " + least(() -> custom.step(values), threads()));
    printEmbedded(random);
  }

  /** Prints the bytes of a network with embedded columns. */
  private static void printEmbedded(Random random) {
    NetworkTrainer<?> trainer =
        SourceCompiler.javac()
            .compileCleanly(
                "package example;\nimport dev.annette.*;\n@Network(rows = Rows.Row.class)\n"
                    + "public class Rows {\n"
                    + "  public record Row(@Hashed(900) @Embedding(16) String a, float x,"
                    + " @Embedding(3) @Bucketize({1, 2}) float b, @Label float y) {}\n"
                    + "  @Dense(units = 48, activation = Activation.TANH) Layer hidden;\n"
                    + "  @Dense Layer output;\n}\n")
            .network("example.Rows")
            .create(1);
    float[] features = new float[ROWS * 3];
    for (int i = 0; i < features.length; i += 3) {
      features[i] = random.nextInt(901);
      features[i + 1] = random.nextFloat();
      features[i + 2] = random.nextInt(4);
    }
    Batch batch = Dataset.ofValues(features, ROWS, new float[ROWS]).toBatch();
    trainer.prepare(Training.online().examples(ROWS).threads(2));
    trainer.step(batch);
    System.out.println("embedded step " + least(() -> trainer.step(batch), threads()));
    Predictor predictor = trainer.model().predictor();
    float[] outputs = new float[ROWS];
    long[] caller = {Thread.currentThread().getId()};
    System.out.println(
        "embedded rows " + least(() -> predictor.predict(features, ROWS, outputs), caller));
  }

  /** Returns a predictor that takes some weights one by one, and others as a smaller matrix. */
  private static Predictor pruned(NetworkTrainer<?> trainer) {
    float[] weights = trainer.parameter("hidden.weights");
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i % 50 == 0 ? 1 : 0;
    }
    trainer.setParameter("hidden.weights", weights);
    float[] second = trainer.parameter("second.weights");
    for (int i = 0; i < second.length; i++) {
      second[i] = i % 32 < 16 ? 1 : 0;
    }
    trainer.setParameter("second.weights", second);
    return trainer.model().pruned().predictor();
  }

  /** Returns a network of whose units all rows of a step leave out the same. */
  private static NetworkTrainer<?> masked() {
    String dropout = "@Dropout(value = 0.5, mask = MaskScope.PER_BATCH) Layer ";
    return SourceCompiler.javac()
        .compileCleanly(
            Declarations.source(
                "example.Masked",
                "input = " + INPUT + ", loss = Loss.CROSS_ENTROPY",
                dropout + "features;",
                "@Dense(units = 64, activation = RELU) " + dropout + "hidden;",
                "@Dense(units = 48, activation = RELU) " + dropout + "second;",
                "@Dense(units = 3) Layer output;"))
        .network("example.Masked")
        .create(1);
  }

  /** Returns a network with a loss and a penalty that a user wrote. */
  private static NetworkTrainer<?> custom() {
    return SourceCompiler.javac()
        .compileCleanly(
            Declarations.source(
                "example.Custom",
                "input = " + INPUT + ", customLoss = Custom.OwnLoss.class",
                "@Dense(units = 48, activation = TANH)"
                    + " @CustomPenalty(value = 0.1, penalty = Custom.OwnPenalty.class)"
                    + " Layer hidden;",
                "@Dense(units = 3) Layer output;",
                CustomParts.LOSS,
                CustomParts.PENALTY))
        .network("example.Custom")
        .create(1);
  }

  /** Returns the bytes that a call allocates, in the round that allocates least. */
  private static long least(Runnable call, long[] threads) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = allocated(threads);
      for (int i = 0; i < CALLS; i++) {
        call.run();
      }
      long bytes = allocated(threads) - before;
      if (bytes >= 0) { // else a worker of another trainer ended
        least = Math.min(least, bytes);
      }
    }
    return least / CALLS;
  }

  /** Returns the bytes that some threads have allocated so far. */
  private static long allocated(long[] threads) {
    ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = 0;
    for (long thread : threads) {
      bytes += bean.getThreadAllocatedBytes(thread);
    }
    return bytes;
  }

  /** Returns this thread and the workers. */
  private static long[] threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t == Thread.currentThread() || t.getName().startsWith("annette-worker"))
        .mapToLong(Thread::getId)
        .toArray();
  }
}

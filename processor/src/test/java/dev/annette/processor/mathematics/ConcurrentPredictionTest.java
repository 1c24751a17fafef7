package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;
import dev.annette.runtime.reliability.ReliabilityFigure;
import dev.annette.runtime.reliability.Tier;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many threads ask one model, each with a predictor of its own or with none. */
class ConcurrentPredictionTest {
  private static final int THREADS = 64;
  private static final int PREDICTIONS = Tier.cases(400, 100_000);
  private static final int SHAPES = 4;
  private static final int MODELS = Tier.cases(SHAPES, 20);
  private static final int ROWS = 61;
  private static final int INPUT = 9;
  private static final int OUTPUTS = 3;

  /** How many predictions a thread makes before it counts what it allocates. */
  private static final int WARM_UP = 100;

  /**
   * How often all rows are predicted at most until that is compiled: vectors are objects before.
   */
  private static final int COMPILING = 20_000;

  /**
   * A call that allocates takes this at least; the JVM itself allocates on some thread at times.
   */
  private static final int OBJECT = 16;

  private final AtomicLong different = new AtomicLong();
  private final AtomicLong allocated = new AtomicLong();

  @Test
  void every_thread_has_the_bits_of_one_alone_and_allocates_nothing() throws Exception {
    long start = System.nanoTime();
    Compilation networks = SourceCompiler.javac().compileCleanly(sources());
    for (int i = 0; i < MODELS; i++) {
      ask(model(networks, i));
    }
    long asked = (long) MODELS * THREADS * PREDICTIONS;
    figure("concurrent-predictions", asked, different.get(), start);
    figure("bytes-of-concurrent-predictions", asked, allocated.get() / asked, start);
    assertEquals(0, different.get(), "predictions with other bits");
    assertTrue(
        allocated.get() < (long) MODELS * THREADS * OBJECT, allocated.get() + " bytes allocated");
  }

  private static void figure(String name, long count, long failures, long start)
      throws IOException {
    double seconds = (System.nanoTime() - start) / 1e9;
    new ReliabilityFigure(name, count, failures, failures, 0, seconds).write();
  }

  private static String[] sources() {
    String[][] layers = {
      {"@Standardize Layer in;", "@Dense(units = 17, activation = TANH) @Dropout(0.5) Layer a;"},
      {"@Dense(units = 40, activation = RELU, bias = false) @BatchNorm Layer a;"},
      {"@Dense(units = 9, activation = GELU) @LayerNorm Layer a;", "@RmsNorm Layer b;"},
      {"@Dense(units = 33, activation = SELU) @DropConnect(0.2) Layer a;"}
    };
    String[] sources = new String[SHAPES];
    for (int i = 0; i < SHAPES; i++) {
      String[] all = Arrays.copyOf(layers[i], layers[i].length + 1);
      all[layers[i].length] = "@Dense(units = " + OUTPUTS + ") Layer output;";
      String network = "input = " + INPUT + ", loss = Loss.CROSS_ENTROPY";
      sources[i] = Declarations.source("shared.Net" + i, network, all);
    }
    return sources;
  }

  private static NetworkModel model(Compilation networks, int number) {
    Random random = new Random(number);
    float[] features = Sample.numbers(random, ROWS * INPUT, 2);
    Dataset rows = Dataset.ofClasses(features, ROWS, random.ints(ROWS, 0, OUTPUTS).toArray());
    NetworkTrainer<?> trainer = networks.network("shared.Net" + number % SHAPES).create(number);
    trainer.fit(rows, Training.epochs(3).optimizer(Adam.of(0.01)));
    return number % 2 == 0 ? trainer.model() : trainer.model().pruned();
  }

  private void ask(NetworkModel model) throws InterruptedException {
    Random random = new Random(1);
    float[][] rows = new float[ROWS][];
    float[][] expected = new float[ROWS][OUTPUTS];
    Predictor alone = model.predictor();
    for (int row = 0; row < ROWS; row++) {
      rows[row] = Sample.numbers(random, INPUT, 3);
      alone.predict(rows[row], expected[row]);
    }
    compile(alone, rows);
    CountDownLatch all = new CountDownLatch(THREADS);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int first = i;
      Thread thread =
          new Thread(
              () -> {
                all.countDown();
                ask(model, rows, expected, first);
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(0, all.getCount());
  }

  /** Predicts until some rounds in a row allocate nothing. */
  private static void compile(Predictor predictor, float[][] rows) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    float[] outputs = new float[OUTPUTS];
    int calm = 0;
    for (int round = 0; round < COMPILING && calm < WARM_UP; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (float[] row : rows) {
        predictor.predict(row, outputs);
      }
      calm = threads.getCurrentThreadAllocatedBytes() - before < OBJECT * ROWS ? calm + 1 : 0;
    }
  }

  private void ask(NetworkModel model, float[][] rows, float[][] expected, int first) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Predictor predictor = model.predictor();
    float[] outputs = new float[OUTPUTS];
    long before = 0;
    long wrong = 0;
    for (int i = 0; i < PREDICTIONS; i++) {
      if (i == WARM_UP) {
        threads.getCurrentThreadAllocatedBytes();
        before = threads.getCurrentThreadAllocatedBytes();
      }
      int row = (first + i) % ROWS;
      predictor.predict(rows[row], outputs);
      wrong += Arrays.equals(outputs, expected[row]) ? 0 : 1;
      if (i % 16 == first % 16) {
        Thread.yield();
      }
    }
    allocated.addAndGet(threads.getCurrentThreadAllocatedBytes() - before);
    different.addAndGet(wrong);
  }
}

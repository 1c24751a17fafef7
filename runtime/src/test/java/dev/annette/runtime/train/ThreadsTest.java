package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.reliability.ReliabilityFigure;
import dev.annette.runtime.reliability.TestProgram;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads of trainers, and threads of callers beside them. */
class ThreadsTest {
  private static final Dataset ROWS = Rows.regression(64, HiddenTrainer.INPUT_SIZE, 3);
  private static final int TRAINERS = 20;
  private static final int READERS = 8;
  private static final int MODELS = 5;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  @Test
  void trainers_that_end_leave_no_thread_behind() throws Exception {
    long start = System.nanoTime();
    long most = 0;
    for (int i = 0; i < TRAINERS; i++) {
      HiddenTrainer trainer = HiddenTrainer.create(i);
      trainer.fit(ROWS, Training.epochs(2).threads(3));
      if (i % 2 == 0) {
        Training endless = Training.epochs(2).threads(4).optimizer(Sgd.of(1e9));
        assertThrows(TrainingDivergedException.class, () -> trainer.fit(ROWS, endless));
      }
      most = Math.max(most, ThreadCount.workers());
    }
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      assertTrue(!thread.getName().startsWith("annette-") || thread.isDaemon(), thread.getName());
    }
    long deadline = System.nanoTime() + PATIENCE;
    while (ThreadCount.workers() > 0 && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
    long left = ThreadCount.workers();
    double seconds = (System.nanoTime() - start) / 1e9;
    new ReliabilityFigure("threads-left", TRAINERS, left, left, 0, seconds).write();
    assertTrue(most >= 2, most + " threads at most");
    assertEquals(0, left);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void a_limit_of_processors_is_kept(int processors) throws Exception {
    List<String> limit = List.of("-XX:ActiveProcessorCount=" + processors);
    Process program = TestProgram.of(ThreadCount.class, limit).start();
    String line =
        new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, program.waitFor(), "daemons do not keep a program alive");
    assertEquals(processors + " " + (processors - 1), line);
  }

  /** A model of a run and what a thread was told by it. */
  private record Answer(HiddenModel model, int row, float[] outputs) {}

  @Test
  void models_taken_in_a_run_have_one_consistent_set_of_weights() throws Exception {
    long start = System.nanoTime();
    HiddenTrainer trainer = HiddenTrainer.create(3);
    AtomicReference<HiddenModel> newest = new AtomicReference<>(trainer.model());
    AtomicBoolean done = new AtomicBoolean();
    List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
    Set<HiddenModel> asked = ConcurrentHashMap.newKeySet();
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      int first = i;
      readers.add(
          new Thread(
              () -> {
                for (int row = first; !done.get(); row = (row + 1) % ROWS.rows()) {
                  HiddenModel model = newest.get();
                  float[] outputs = new float[HiddenTrainer.OUTPUT_UNITS];
                  model.predictor().predict(ROWS.row(row), outputs);
                  answers.add(new Answer(model, row, outputs));
                  asked.add(model);
                }
              }));
    }
    newest.set(fitted(trainer, newest, readers, asked));
    done.set(true);
    for (Thread reader : readers) {
      reader.join();
    }
    long different = answers.stream().filter(answer -> !isRight(answer)).count();
    double seconds = (System.nanoTime() - start) / 1e9;
    new ReliabilityFigure("predictions-while-training", answers.size(), 0, different, 0, seconds)
        .write();
    assertEquals(0, different);
    assertTrue(asked.size() >= MODELS, asked.size() + " models were asked");
  }

  /** Trains for 60 epochs, and on until the readers, when they get their turn, saw enough of it. */
  private static HiddenModel fitted(
      HiddenTrainer trainer,
      AtomicReference<HiddenModel> newest,
      List<Thread> readers,
      Set<HiddenModel> asked) {
    long deadline = System.nanoTime() + PATIENCE;
    Callback publish =
        new Callback() {
          @Override
          public void onStart(Control control) {
            readers.forEach(Thread::start);
          }

          @Override
          public void onEpoch(EpochRecord epoch, Control control) {
            newest.set((HiddenModel) control.model());
            boolean seen = control.epoch() >= 60 && asked.size() >= MODELS;
            if (seen || System.nanoTime() > deadline) {
              control.stop("enough was asked");
            }
          }
        };
    trainer.fit(ROWS, Training.epochs(1_000_000).threads(2).batchSize(16).callback(publish));
    return trainer.model();
  }

  /** Asks the model again, alone. */
  private static boolean isRight(Answer answer) {
    float[] outputs = new float[HiddenTrainer.OUTPUT_UNITS];
    answer.model().predictor().predict(ROWS.row(answer.row()), outputs);
    return Arrays.equals(outputs, answer.outputs());
  }
}

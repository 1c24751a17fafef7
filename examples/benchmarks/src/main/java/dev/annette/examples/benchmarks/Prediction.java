package dev.annette.examples.benchmarks;

import dev.annette.examples.benchmarks.task.Task;
import dev.annette.runtime.model.Predictor;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** W7a to W7d: the prediction of one row. W8: of 1024 rows. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Prediction {
  /** The workload. */
  @Param({"W7a", "W7b", "W7c", "W7d", "W8"})
  public String workload;

  private Predictor predictor;
  private float[][] batches;
  private float[] outputs;
  private int rows;
  private int next;

  /** Makes the predictor and rows for it. */
  @Setup(Level.Trial)
  public void prepare() {
    Task task = Workloads.named(workload).task();
    rows = task.rows();
    batches = new float[task.batches()][];
    Arrays.setAll(batches, task::features);
    outputs = new float[rows * task.perceptron().outputs()];
    predictor = AnnetteLibrary.trainer(task, 1).model().predictor();
  }

  /** Predicts one batch. */
  @Benchmark
  public float[] predict() {
    next = (next + 1) & 15;
    if (rows == 1) {
      predictor.predict(batches[next], outputs);
    } else {
      predictor.predict(batches[next], rows, outputs);
    }
    return outputs;
  }
}

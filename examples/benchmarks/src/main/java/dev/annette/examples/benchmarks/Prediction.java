package dev.annette.examples.benchmarks;

import dev.annette.runtime.model.Predictor;
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

/** W7: the prediction of one row, by the networks of W1 to W4 (W7a to W7d). */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Prediction {
  /** The workload whose network predicts. */
  @Param({"W1", "W2", "W3", "W4"})
  public String workload;

  private Predictor predictor;
  private float[][] rows;
  private float[] outputs;
  private int next;

  /** Makes the predictor and rows for it. */
  @Setup(Level.Trial)
  public void prepare() {
    Workload chosen = Workload.valueOf(workload);
    predictor = chosen.trainer(1).model().predictor();
    rows = chosen.rows(16);
    outputs = new float[chosen.outputs()];
  }

  /** Predicts one row. */
  @Benchmark
  public float[] predict() {
    next = (next + 1) & 15;
    predictor.predict(rows[next], outputs);
    return outputs;
  }
}

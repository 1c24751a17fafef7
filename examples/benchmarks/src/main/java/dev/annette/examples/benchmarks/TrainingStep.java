package dev.annette.examples.benchmarks;

import dev.annette.examples.benchmarks.task.Session;
import dev.annette.examples.benchmarks.task.Task;
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

/**
 * One training step: forward, loss, backward, update, on batches that lie in memory. Which kernels
 * run is chosen by the JVM's options, as in any program: with {@code --add-modules
 * jdk.incubator.vector} the vector kernels, else the scalar ones.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TrainingStep {
  /** The workload. */
  @Param({"W1", "W2", "W3", "W4", "W5", "W6"})
  public String workload;

  /** The threads that the trainer may use. */
  @Param({"1", "2"})
  public int threads;

  private Session session;
  private int next;

  /** Makes the trainer and its batches. */
  @Setup(Level.Trial)
  public void prepare() {
    Task task = Workloads.named(workload).task();
    session = new TrainingSession(AnnetteLibrary.trainer(task, threads), task);
  }

  /** Makes one step and returns its loss. */
  @Benchmark
  public double step() {
    next = (next + 1) & 15;
    return session.loss(next);
  }
}

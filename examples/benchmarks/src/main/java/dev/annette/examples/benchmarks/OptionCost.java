package dev.annette.examples.benchmarks;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Ema;
import dev.annette.runtime.train.ExponentialDecay;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
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

/** What each option of a run adds to the step that {@link TechniqueCost} measures. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OptionCost {
  /** An option of a run. */
  public enum Option {
    NONE(training -> training),
    LABEL_SMOOTHING(training -> training.labelSmoothing(0.1)),
    MIXUP(training -> training.mixup(0.2)),
    CLASS_WEIGHTS(training -> training.classWeights(1, 2, 1, 2, 1, 2, 1, 2, 1, 2)),
    CLIP_VALUE(training -> training.clipValue(0.5)),
    CLIP_NORM(training -> training.clipNorm(1)),
    CLIP_GLOBAL_NORM(training -> training.clipGlobalNorm(1)),
    SCHEDULE(training -> training.learningRate(ExponentialDecay.of(0.999).perStep())),
    EMA(training -> training.averaging(Ema.of(0.999)));

    private final UnaryOperator<Training> change;

    Option(UnaryOperator<Training> change) {
      this.change = change;
    }
  }

  /** The option. */
  @Param public Option option;

  private Batch[] batches;
  private NetworkTrainer<?> trainer;
  private int next;

  /** Makes the trainer and its batches. */
  @Setup(Level.Trial)
  public void prepare() {
    trainer = Regularised_PlainTrainer.create(1);
    Training plain = Training.online().optimizer(Adam.of(0.001)).examples(60_000).threads(1);
    trainer.prepare(option.change.apply(plain));
    batches = TechniqueCost.batches();
  }

  /** Makes one step and returns its loss. */
  @Benchmark
  public double step() {
    next = (next + 1) % batches.length;
    return trainer.step(batches[next]);
  }
}

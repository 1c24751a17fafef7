package dev.annette.runtime.uncertainty;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.Inputs;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.parallel.Workers;
import dev.annette.runtime.random.CounterRandom;
import dev.annette.runtime.random.Purpose;
import java.util.function.LongFunction;

/**
 * Monte Carlo prediction (Gal and Ghahramani 2016): every row is predicted many times with the
 * noise of training.
 *
 * <p>Rows come in blocks of {@value #BLOCK_ROWS}, and the noise of a row is keyed by the seed, the
 * layer, the number of the sample and the place of the row among all rows. So neither threads nor
 * the number of samples change a bit of any sample.
 */
public final class MonteCarlo {
  /** The rows that are predicted at once. */
  static final int BLOCK_ROWS = 64;

  /** Multiply-adds below which one thread is as fast as several that must be started. */
  private static final long BREAK_EVEN = 4_000_000;

  private final NetworkDescription network;
  private final LongFunction<Sampler> samplers;
  private final int threads;

  /**
   * Creates the prediction of a network.
   *
   * @param samplers makes a sampler for one thread out of a seed
   * @param threads how many threads may be used
   */
  public MonteCarlo(NetworkDescription network, LongFunction<Sampler> samplers, int threads) {
    this.network = network;
    this.samplers = samplers;
    this.threads = threads;
  }

  /**
   * Predicts rows.
   *
   * @param rows {@code [rows][inputSize]}
   * @param samples predictions of every row, at least 2
   * @throws IllegalArgumentException naming row, column and value if a row does not fit the
   *     network, or the number of samples if it is too small, or too large for an array
   */
  public MonteCarloPrediction predict(float[][] rows, int samples, long seed) {
    int width = network.inputSize();
    float[] features = new float[Math.multiplyExact(rows.length, width)];
    for (int row = 0; row < rows.length; row++) {
      requireWidth(row, rows[row].length, width);
      System.arraycopy(rows[row], 0, features, row * width, width);
    }
    return predict(features, rows.length, samples, seed);
  }

  /** Predicts the rows of a dataset; its targets are not read. */
  public MonteCarloPrediction predict(Dataset rows, int samples, long seed) {
    int width = network.inputSize();
    requireWidth(0, rows.width(), width);
    float[] features = new float[Math.multiplyExact(rows.rows(), width)];
    for (int row = 0; row < rows.rows(); row++) {
      rows.copyRow(row, features, row * width);
    }
    return predict(features, rows.rows(), samples, seed);
  }

  private void requireWidth(int row, int found, int width) {
    if (found != width) {
      throw new IllegalArgumentException(
          "%s takes %d numbers a row, but row %d has %d"
              .formatted(network.network(), width, row, found));
    }
  }

  private MonteCarloPrediction predict(float[] features, int rows, int samples, long seed) {
    Inputs.requireRows(network.network(), features, rows, network.inputSize());
    MonteCarloPrediction prediction = new MonteCarloPrediction(network, rows, samples);
    long noise = CounterRandom.key(seed, Purpose.MONTE_CARLO, "noise");
    long blocks = (rows + BLOCK_ROWS - 1L) / BLOCK_ROWS;
    long draws = blocks * samples;
    int parts = work(rows, samples) < BREAK_EVEN ? 1 : (int) Math.min(threads, draws);
    new Workers(parts)
        .run(
            parts,
            (part, scratch) ->
                new Share(samplers.apply(noise), features, prediction)
                    .run(draws * part / parts, draws * (part + 1) / parts));
    return prediction;
  }

  private long work(int rows, int samples) {
    return network.parameterCount() * rows * samples;
  }

  /** What one thread draws: a range of the draws, which ascend over samples, then over blocks. */
  private static final class Share {
    private final Sampler sampler;
    private final float[] features;
    private final MonteCarloPrediction prediction;
    private final int width;
    private final float[] block; // [BLOCK_ROWS, inputSize]
    private final float[] outputs; // [BLOCK_ROWS, outputSize]

    Share(Sampler sampler, float[] features, MonteCarloPrediction prediction) {
      this.sampler = sampler;
      this.features = features;
      this.prediction = prediction;
      this.width = features.length / prediction.rows();
      this.block = new float[BLOCK_ROWS * width];
      this.outputs = new float[BLOCK_ROWS * prediction.outputs()];
    }

    void run(long from, long to) {
      long taken = -1;
      for (long draw = from; draw < to; draw++) {
        int number = (int) (draw / prediction.samples());
        int first = number * BLOCK_ROWS;
        int rows = Math.min(BLOCK_ROWS, prediction.rows() - first);
        if (number != taken) {
          System.arraycopy(features, first * width, block, 0, rows * width);
          sampler.take(block, rows);
          taken = number;
        }
        int sample = (int) (draw % prediction.samples());
        sampler.draw((long) number << 32 | sample, outputs);
        prediction.put(first, rows, sample, outputs);
      }
    }
  }
}

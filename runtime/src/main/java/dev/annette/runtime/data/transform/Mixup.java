package dev.annette.runtime.data.transform;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.random.BetaDistribution;
import dev.annette.runtime.random.CounterRandom;
import dev.annette.runtime.random.Purpose;
import dev.annette.runtime.random.RandomSequence;

/**
 * Rows between rows (Zhang et al. 2018): each is mixed with a partner of the batch, {@code λ·xᵢ +
 * (1 − λ)·xⱼ}, and so are the targets. As in the authors' code there is one λ ~ Beta(α, α) for a
 * batch and the partners are a permutation of its rows.
 *
 * <p>Weights: a row counts {@code λ·wᵢ + (1 − λ)·wⱼ}, and each of the two targets has the share
 * that its weight gives it. So a cross-entropy of the mixed row is {@code λ·wᵢ·ℓ(yᵢ) + (1 −
 * λ)·wⱼ·ℓ(yⱼ)}, and inputs, weights, and weights times targets keep their means over every batch.
 *
 * <p>To mix inputs before or after they are standardised is the same, since that is affine.
 */
public final class Mixup implements BatchTransformation {
  private final BetaDistribution shares;
  private final int outputs;
  private final long key;
  private final RandomSequence random = new RandomSequence(0);
  private int[] partners = {}; // [rows]
  private float[] targets = {}; // [rows, outputs], before mixing
  private Batch mixed;
  private float[] mixedTargets = {}; // [rows, outputs]

  /**
   * Creates mixing for a network.
   *
   * @param alpha α, above 0: near 0 rows stay almost as they are, at 1 every λ is as likely
   * @param seed with the step it decides everything
   * @throws IllegalArgumentException if the network embeds a column
   */
  public Mixup(double alpha, NetworkDescription network, long seed) {
    shares = new BetaDistribution(alpha, alpha);
    outputs = network.outputs();
    requireNumbers(network);
    key = CounterRandom.key(seed, Purpose.AUGMENTATION, "mixup");
  }

  private static void requireNumbers(NetworkDescription network) {
    for (LayerDescription layer : network.layers()) {
      if (layer.tensors().stream().anyMatch(t -> t.role() == TensorDescription.Role.EMBEDDING)) {
        throw new IllegalArgumentException(
            "mixup mixes numbers, but "
                + layer.name()
                + " of "
                + network.network()
                + " embeds a column, and between two categories there is nothing; leave out mixup or"
                + " @Embedding");
      }
    }
  }

  @Override
  public Batch apply(Batch batch, long step) {
    reserve(batch);
    random.restart(CounterRandom.keyAt(key, step));
    double share = shares.next(random);
    int rows = batch.rows();
    for (int row = 0; row < rows; row++) {
      partners[row] = row;
    }
    random.shuffle(partners, 0, rows);
    DenseTargets.write(batch.targets(), rows, outputs, targets);
    for (int row = 0; row < rows; row++) {
      mix(batch.features(), mixed.features(), batch.width(), row, share);
      mix(targets, mixedTargets, outputs, row, shareOfTarget(batch.weights(), row, share));
    }
    mixed.rows(rows);
    return mixed;
  }

  /** Makes room for a batch. */
  private void reserve(Batch batch) {
    boolean weighted = batch.weights() != null;
    if (mixed != null
        && mixed.capacity() >= batch.rows()
        && (mixed.weights() != null) == weighted) {
      return;
    }
    int capacity = batch.capacity();
    partners = new int[capacity];
    targets = new float[capacity * outputs];
    mixedTargets = new float[capacity * outputs];
    mixed =
        Batch.reusable(
            new float[capacity * batch.width()],
            batch.width(),
            new Targets.Values(mixedTargets),
            weighted ? new float[capacity] : null);
  }

  /** Mixes the weights of a row and its partner; returns the share of the row's own target. */
  private double shareOfTarget(float[] weights, int row, double share) {
    if (weights == null) {
      return share;
    }
    double own = share * weights[row];
    double sum = own + (1 - share) * weights[partners[row]];
    mixed.weights()[row] = (float) sum;
    return sum == 0 ? share : own / sum;
  }

  /** Mixes a row of {@code [rows, width]} with its partner. */
  private void mix(float[] from, float[] to, int width, int row, double share) {
    int own = row * width;
    int other = partners[row] * width;
    for (int i = 0; i < width; i++) {
      to[own + i] = (float) (share * from[own + i] + (1 - share) * from[other + i]);
    }
  }
}

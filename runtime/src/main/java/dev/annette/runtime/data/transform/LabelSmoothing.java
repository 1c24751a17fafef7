package dev.annette.runtime.data.transform;

import dev.annette.Loss;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkDescription;

/**
 * Labels that are a little less sure (Szegedy et al. 2016): a share ε of each goes to all K classes
 * alike, {@code y·(1 − ε) + ε/K}; for a binary cross-entropy, whose every output decides between
 * two, {@code y·(1 − ε) + ε/2}.
 */
public final class LabelSmoothing implements BatchTransformation {
  private final double kept;
  private final double floor;
  private final int outputs;

  /** The batch that the result shares features and weights with; null before the first. */
  private Batch source;

  private float[] targets = {}; // [rows, outputs]
  private Batch smoothed;

  /**
   * Creates smoothing for a network whose loss is a cross-entropy.
   *
   * @param share ε, at least 0 and below 1
   */
  public LabelSmoothing(double share, NetworkDescription network) {
    kept = 1 - share;
    outputs = network.outputs();
    floor = share / (network.loss() == Loss.CROSS_ENTROPY ? outputs : 2);
  }

  @Override
  public Batch apply(Batch batch, long step) {
    if (batch != source) {
      source = batch;
      if (targets.length < batch.capacity() * outputs) {
        targets = new float[batch.capacity() * outputs];
      }
      smoothed =
          Batch.reusable(
              batch.features(), batch.width(), new Targets.Values(targets), batch.weights());
    }
    DenseTargets.write(batch.targets(), batch.rows(), outputs, targets);
    for (int i = 0; i < batch.rows() * outputs; i++) {
      targets[i] = (float) (targets[i] * kept + floor);
    }
    smoothed.rows(batch.rows());
    return smoothed;
  }
}

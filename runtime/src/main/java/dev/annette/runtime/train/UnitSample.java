package dev.annette.runtime.train;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Batches;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.TensorDescription;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What units hand on for some training rows, spread evenly over all. Dropout is at work, so a unit
 * that is on for very few of the rows may never be seen so; one that dropout leaves out for all
 * rows of a batch counts as on.
 */
final class UnitSample {
  private static final int MOST_ROWS = 256;

  private final NetworkTrainer<?> trainer;
  private final Dataset rows;
  private final int batchSize;

  /** By layer, which units were on in some row. */
  private final Map<String, boolean[]> on = new HashMap<>();

  /** The layers of whose units all rows of a batch leave out the same, by the name of the mask. */
  private final Map<String, String> sharedMasks = new HashMap<>();

  /**
   * Chooses the rows.
   *
   * @param train the training rows
   * @param batchSize the rows of a batch, for which the trainer has room
   */
  UnitSample(NetworkTrainer<?> trainer, Dataset train, int batchSize) {
    this.trainer = trainer;
    this.batchSize = batchSize;
    int count = Math.min(MOST_ROWS, train.rows());
    rows =
        train.select(
            IntStream.range(0, count).map(i -> (int) ((long) i * train.rows() / count)).toArray());
    trainer.description().layers().stream()
        .filter(LayerDescription::hasWeights)
        .forEach(this::watch);
  }

  private void watch(LayerDescription layer) {
    on.put(layer.name(), new boolean[0]);
    boolean shares =
        layer.modifiers().stream()
            .filter(modifier -> modifier.kind().equals("dropout"))
            .anyMatch(modifier -> "per_batch".equals(modifier.attributes().get("mask")));
    if (shares) {
      sharedMasks.put(layer.name() + ".mask", layer.name());
    }
  }

  int rows() {
    return rows.rows();
  }

  /** Returns by layer how many units that have incoming weights handed on 0 for every row. */
  SortedMap<String, Integer> deadUnits() {
    trainer.state().observeRows(this::passOver);
    SortedMap<String, Integer> dead = new TreeMap<>();
    on.forEach(
        (layer, units) -> {
          if (units.length > 0) {
            boolean[] empty = empty(layer, units.length);
            IntStream silent = IntStream.range(0, units.length).filter(i -> !units[i] && !empty[i]);
            dead.put(layer, (int) silent.count());
          }
        });
    return dead;
  }

  /** Returns which units of a layer have no incoming weight but 0: made empty, not dead. */
  private boolean[] empty(String layer, int units) {
    boolean[] empty = new boolean[units];
    Arrays.fill(empty, true);
    trainer.description().tensors().stream()
        .filter(tensor -> tensor.role() == TensorDescription.Role.WEIGHT)
        .filter(tensor -> tensor.name().startsWith(layer + '.'))
        .forEach(
            tensor -> {
              float[] weights = trainer.parameter(tensor.name()); // [in, units]
              for (int i = 0; i < weights.length; i++) {
                empty[i % units] &= weights[i] == 0;
              }
            });
    return empty;
  }

  private void passOver() {
    float[] none = {};
    for (Batch batch : Batches.sequential(rows, batchSize).epoch(0)) {
      trainer.gradients(batch, none);
      trainer.inspect(this::add);
    }
  }

  private void add(String name, float[] values, int count, int units) {
    String masked = sharedMasks.get(name);
    boolean[] seen = on.get(masked == null ? name : masked);
    if (seen == null) {
      return;
    }
    boolean[] updated = Arrays.copyOf(seen, units);
    for (int i = 0; i < count * units; i++) {
      updated[i % units] |= (values[i] == 0) == (masked != null);
    }
    on.put(masked == null ? name : masked, updated);
  }
}

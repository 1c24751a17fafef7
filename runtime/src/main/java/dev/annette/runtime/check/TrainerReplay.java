package dev.annette.runtime.check;

import dev.annette.runtime.random.CounterRandom;
import dev.annette.runtime.random.Purpose;
import dev.annette.runtime.train.Hyperparameter;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.TrainingState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The replay of a trainer's last step or gradient. */
public final class TrainerReplay implements Replay {
  private final Map<String, float[]> values = new HashMap<>();
  private final Map<String, Double> inForce = new HashMap<>();

  private final TrainingState state;

  private TrainerReplay(TrainingState state) {
    this.state = state;
  }

  /**
   * Returns a replay with a copy of every value that the trainer shows, and its rates. What it
   * shows once for all rows of the batch stands in every row of the copy.
   */
  public static TrainerReplay of(NetworkTrainer<?> trainer) {
    TrainerReplay replay = new TrainerReplay(trainer.state());
    int[] batchRows = {1};
    trainer.inspect((name, values, rows, units) -> batchRows[0] = Math.max(batchRows[0], rows));
    trainer.inspect(
        (name, values, rows, units) ->
            replay.values.put(name, copy(values, rows, units, batchRows[0])));
    for (Hyperparameter number : trainer.state().hyperparameters()) {
      replay.inForce.put(number.layer() + " " + number.attribute(), number.value());
    }
    return replay;
  }

  private static float[] copy(float[] values, int rows, int units, int batchRows) {
    float[] copy = Arrays.copyOf(values, batchRows * units);
    for (int r = rows; r < batchRows; r++) {
      System.arraycopy(values, 0, copy, r * units, units);
    }
    return copy;
  }

  @Override
  public boolean isTraining() {
    return true;
  }

  @Override
  public OptionalLong randomKey(String layer, Purpose purpose) {
    long key = CounterRandom.key(state.seed(), purpose, layer);
    return OptionalLong.of(CounterRandom.keyAt(key, state.stepOfBatch()));
  }

  @Override
  public double inForce(String layer, String kind, double declared) {
    return inForce.getOrDefault(layer + " " + kind, declared);
  }

  @Override
  public float[] recorded(String name) {
    return values.get(name);
  }
}

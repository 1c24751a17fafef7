package dev.annette.runtime.check;

import dev.annette.runtime.train.NetworkTrainer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The replay of a trainer's last step or gradient. */
public final class TrainerReplay implements Replay {
  private final Map<String, float[]> values = new HashMap<>();

  private TrainerReplay() {}

  /** Returns a replay with a copy of every value that the trainer shows. */
  public static TrainerReplay of(NetworkTrainer<?> trainer) {
    TrainerReplay replay = new TrainerReplay();
    trainer.inspect(
        (name, values, rows, units) ->
            replay.values.put(name, Arrays.copyOf(values, rows * units)));
    return replay;
  }

  @Override
  public boolean isTraining() {
    return true;
  }

  @Override
  public float[] recorded(String name) {
    return values.get(name);
  }
}

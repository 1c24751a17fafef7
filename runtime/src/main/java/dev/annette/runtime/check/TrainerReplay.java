package dev.annette.runtime.check;

import dev.annette.runtime.train.Hyperparameter;
import dev.annette.runtime.train.NetworkTrainer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The replay of a trainer's last step or gradient. */
public final class TrainerReplay implements Replay {
  private final Map<String, float[]> values = new HashMap<>();
  private final Map<String, Double> inForce = new HashMap<>();

  private TrainerReplay() {}

  /** Returns a replay with a copy of every value that the trainer shows, and its rates. */
  public static TrainerReplay of(NetworkTrainer<?> trainer) {
    TrainerReplay replay = new TrainerReplay();
    trainer.inspect(
        (name, values, rows, units) ->
            replay.values.put(name, Arrays.copyOf(values, rows * units)));
    for (Hyperparameter number : trainer.state().hyperparameters()) {
      replay.inForce.put(number.layer() + " " + number.attribute(), number.value());
    }
    return replay;
  }

  @Override
  public boolean isTraining() {
    return true;
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

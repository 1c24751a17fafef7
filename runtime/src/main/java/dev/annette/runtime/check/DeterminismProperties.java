package dev.annette.runtime.check;

import static dev.annette.runtime.check.ModelTrial.parameters;

import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.NetworkTrainer;
import java.util.List;

/** The same seed and rows give the same bits. */
final class DeterminismProperties {
  private static final String WEIGHTS = "weights";

  static final List<ModelProperty> ALL =
      List.of(
          new ModelProperty("same seed, same start", DeterminismProperties::start),
          new ModelProperty("same seed, same weights after training", trial -> runs(trial, 1, 1)),
          new ModelProperty("same bits with 1, 2 and 4 threads", trial -> runs(trial, 2, 4)),
          new ModelProperty(
              "a model does not change when its trainer learns on",
              DeterminismProperties::snapshot));

  private DeterminismProperties() {}

  private static String start(ModelTrial trial) {
    float[] start = parameters(trial.fresh());
    SameBits.require(WEIGHTS, start, parameters(trial.fresh()));
    return start.length + " parameters";
  }

  /** Compares a run with one thread with others. */
  private static String runs(ModelTrial trial, int... threads) {
    float[] expected = parameters(trial.trained(1));
    for (int count : threads) {
      SameBits.require(WEIGHTS, expected, parameters(trial.trained(count)));
    }
    return "%d parameters, %d rows".formatted(expected.length, trial.data().rows());
  }

  private static String snapshot(ModelTrial trial) {
    NetworkTrainer<?> trainer = trial.trained(1);
    NetworkModel model = trainer.model();
    float[] before = trial.predictions(model);
    trial.learned(trainer, 1);
    SameBits.require("predictions", before, trial.predictions(model));
    return before.length + " predictions";
  }
}

package dev.annette.runtime.json;

import dev.annette.Loss;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.PenaltyRecord;
import dev.annette.runtime.model.Provenance;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Models to save and load. */
final class SampleModels {
  private SampleModels() {}

  /** A network with every part a file can have, and 3 + 3·2 + 2 numbers. */
  static final NetworkDescription SMALL =
      NetworkDescription.network("com.example.Small", 3)
          .loss(Loss.HUBER)
          .delta(0.5)
          .layer("scaled", "input")
          .modifier("standardize")
          .statistic("scaled.mean", 3)
          .layer("output", "dense")
          .with("units", 2)
          .with("activation", "tanh")
          .with("bias", true)
          .modifier("l2")
          .with("value", 0.1)
          .with("scaling", "textbook")
          .modifier("dropout")
          .with("value", 0.5)
          .weight("output.weights", 3, 2)
          .bias("output.bias", 2)
          .build();

  static ModelContent small() {
    float[] mean = {-0.0f, Float.MIN_VALUE, Float.MAX_VALUE};
    float[] weights = {0.1f, -1e-40f, 3.4e-5f, 1.17549435E-38f, 16777216f, -2.5f};
    return new ModelContent(SMALL, provenance(), mean, weights, new float[] {1f, -1f / 3});
  }

  static Provenance provenance() {
    return new Provenance(
        -42,
        1L << 60,
        2,
        80,
        "sgd momentum 0.05 \"é\"",
        new TreeMap<>(Map.of("batchSize", "32", "clipNorm", "0.5")),
        List.of(new PenaltyRecord("output.weights", "l2", 0.1, "textbook", 0.00125)),
        List.of(
            new EpochRecord(1, 2.5, penalties(0.1), Double.NaN, new TreeMap<>()),
            new EpochRecord(
                2, 1 / 3.0, penalties(1e-300), 0.7, new TreeMap<>(Map.of("accuracy", 0.9)))));
  }

  private static SortedMap<String, Double> penalties(double l2) {
    return new TreeMap<>(Map.of("output.weights.l2", l2));
  }

  /** A network with one tensor of so many numbers. */
  static NetworkDescription wide(int units) {
    return NetworkDescription.network("com.example.Wide", 1)
        .layer("output", "dense")
        .with("units", units)
        .weight("output.weights", 1, units)
        .build();
  }

  static ModelContent wideModel(int units) {
    float[] weights = new float[units];
    for (int i = 0; i < units; i++) {
      weights[i] = (i % 2 == 0 ? 1 : -1) * (0.1f + i) / units;
    }
    return new ModelContent(wide(units), Provenance.untrained(7), weights);
  }
}

package dev.annette.runtime.metric;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;

/** Refuses outputs that are not finite, of which no measure could say anything. */
final class FiniteOutputs implements OutputReader {
  private final NetworkDescription network;

  FiniteOutputs(NetworkDescription network) {
    this.network = network;
  }

  @Override
  public void add(Dataset rows, int row, float[] logits, int from) {
    for (int output = 0; output < network.outputs(); output++) {
      if (!Float.isFinite(logits[from + output])) {
        throw new IllegalArgumentException(
            "row %d: output %d of %s is %s; its features are too large for these weights"
                .formatted(row, output, network.network(), logits[from + output]));
      }
    }
  }
}

package dev.annette.runtime.selection;

import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.TensorDescription;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many weights of a model are not 0. */
final class Sparsity {
  private Sparsity() {}

  /** Returns the count of every layer that has weights, by its name. */
  static SortedMap<String, Long> nonZero(NetworkModel model) {
    SortedMap<String, Long> counts = new TreeMap<>();
    int tensor = 0;
    for (LayerDescription layer : model.description().layers()) {
      for (TensorDescription described : layer.tensors()) {
        if (described.role() == TensorDescription.Role.WEIGHT) {
          counts.merge(layer.name(), count(model.content().tensor(tensor)), Long::sum);
        }
        tensor++;
      }
    }
    return counts;
  }

  private static long count(float[] weights) {
    long count = 0;
    for (float weight : weights) {
      count += weight != 0 ? 1 : 0;
    }
    return count;
  }
}

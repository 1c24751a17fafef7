package dev.annette.runtime.sparsity;

import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.TensorDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a penalty such as {@code @L1} or {@code @GroupLasso} has set to exactly 0 in a model: per
 * layer the weights, and the inputs and units that have none left.
 *
 * <p>Only weights are looked at: a unit that no weight reads still takes part in a normalisation of
 * whole rows between it and the next layer.
 *
 * @param network the name of the network
 * @param layers the layers that have weights, first to last
 */
public record SparsityReport(String network, List<LayerSparsity> layers) {
  /** Copies the list. */
  public SparsityReport {
    layers = List.copyOf(layers);
  }

  /** Returns the report on a model. */
  public static SparsityReport of(NetworkModel model) {
    List<LayerSparsity> layers = new ArrayList<>();
    int index = 0;
    for (LayerDescription layer : model.description().layers()) {
      for (TensorDescription tensor : layer.tensors()) {
        float[] numbers = model.content().tensor(index++);
        if (tensor.role() == TensorDescription.Role.WEIGHT) {
          int units = tensor.shape().get(tensor.shape().size() - 1);
          layers.add(LayerSparsity.of(layer.name(), tensor.size() / units, units, numbers));
        }
      }
    }
    return new SparsityReport(model.description().network(), layers);
  }

  /** Returns how many weights are exactly 0. */
  public long zeros() {
    return layers.stream().mapToLong(LayerSparsity::zeros).sum();
  }

  /** Returns how many weights there are. */
  public long weights() {
    return layers.stream().mapToLong(LayerSparsity::weights).sum();
  }

  /** Returns how many weights of each layer are not 0, by its name. */
  public SortedMap<String, Long> nonZero() {
    SortedMap<String, Long> counts = new TreeMap<>();
    layers.forEach(
        layer -> counts.merge(layer.layer(), (long) layer.weights() - layer.zeros(), Long::sum));
    return counts;
  }

  /** Returns the share of all weights that are exactly 0, from 0 to 1. */
  public double zeroShare() {
    return (double) zeros() / weights();
  }

  /**
   * Returns the features that have no effect on any prediction: no weight reads them. Where columns
   * are embedded, they are counted as the first layer with weights reads them.
   */
  public List<Integer> inputsWithoutEffect() {
    return layers.get(0).unreadInputs();
  }

  /**
   * Returns the units of a layer that are dead: their incoming weights are all 0, so that they hand
   * on the same number for every row, or the weights that read them are.
   *
   * @param layer the name of a layer that has weights
   * @throws IllegalArgumentException if no layer of that name has
   */
  public List<Integer> deadUnits(String layer) {
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i).layer().equals(layer)) {
        return deadUnits(i);
      }
    }
    throw new IllegalArgumentException(
        "%s has no layer %s with weights; it has %s"
            .formatted(
                network,
                layer,
                String.join(", ", layers.stream().map(LayerSparsity::layer).toList())));
  }

  List<Integer> deadUnits(int index) {
    LayerSparsity here = layers.get(index);
    List<Integer> unread = unreadUnits(index);
    return IntStream.range(0, here.units())
        .filter(unit -> here.constantUnits().contains(unit) || unread.contains(unit))
        .boxed()
        .toList();
  }

  /** Returns the units that no weight of the next layer reads. */
  List<Integer> unreadUnits(int index) {
    return index + 1 < layers.size() ? layers.get(index + 1).unreadInputs() : List.of();
  }

  /** Returns the report as a table. */
  @Override
  public String toString() {
    return SparsityTable.of(this);
  }
}

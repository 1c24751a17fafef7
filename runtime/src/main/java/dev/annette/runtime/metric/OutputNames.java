package dev.annette.runtime.metric;

import dev.annette.runtime.model.ColumnDescription;
import dev.annette.runtime.model.NetworkDescription;
import java.util.List;
import java.util.stream.IntStream;

/** What the outputs of a network are called: as the dataset, else as the typed label says. */
final class OutputNames {
  private OutputNames() {}

  /**
   * Returns the names of classes, by index.
   *
   * @param given those of the dataset; may be fewer, or none
   */
  static List<String> ofClasses(NetworkDescription network, List<String> given) {
    List<ColumnDescription> labels = labels(network);
    List<String> names = given.isEmpty() && labels.size() == 1 ? labels.get(0).categories() : given;
    return IntStream.range(0, network.outputs())
        .mapToObj(i -> i < names.size() ? names.get(i) : Integer.toString(i))
        .toList();
  }

  /** Returns the names of outputs that are numbers or answers of yes or no. */
  static List<String> of(NetworkDescription network) {
    List<ColumnDescription> labels = labels(network);
    return IntStream.range(0, network.outputs())
        .mapToObj(
            i -> labels.size() == network.outputs() ? labels.get(i).name() : Integer.toString(i))
        .toList();
  }

  private static List<ColumnDescription> labels(NetworkDescription network) {
    return network.columns().stream().filter(ColumnDescription::isLabel).toList();
  }
}

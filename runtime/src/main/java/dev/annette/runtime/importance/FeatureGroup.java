package dev.annette.runtime.importance;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.ColumnDescription;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.rows.FeatureNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Features that are permuted together.
 *
 * @param name what they are called
 * @param features their numbers
 */
record FeatureGroup(String name, int[] features) {

  /** Returns a group for each feature; its number is the name where there is no other. */
  static List<FeatureGroup> ofFeatures(Dataset rows) {
    List<String> names = rows.columnNames();
    return IntStream.range(0, rows.width())
        .mapToObj(
            i ->
                new FeatureGroup(
                    names.isEmpty() ? Integer.toString(i) : names.get(i), new int[] {i}))
        .toList();
  }

  /**
   * Returns a group for each column of typed rows.
   *
   * @throws IllegalArgumentException if the network has no typed rows, or the features of the
   *     dataset are not named by its columns
   */
  static List<FeatureGroup> ofColumns(NetworkDescription network, Dataset rows) {
    Map<String, List<Integer>> columns = new LinkedHashMap<>();
    for (ColumnDescription column : network.columns()) {
      if (!column.isLabel()) {
        columns.put(column.name(), new ArrayList<>());
      }
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          network.network() + " has no typed rows, so there are no columns; ask ofFeatures");
    }
    List<String> names = rows.columnNames();
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "The features have no names, so their columns are not known; a dataset of typed rows has"
              + " them");
    }
    for (int i = 0; i < names.size(); i++) {
      List<Integer> features = columns.get(FeatureNames.column(names.get(i)));
      if (features == null) {
        throw new IllegalArgumentException(
            "feature %d, %s, is of none of the columns %s of %s"
                .formatted(
                    i, names.get(i), String.join(", ", columns.keySet()), network.network()));
      }
      features.add(i);
    }
    return columns.entrySet().stream()
        .map(
            column ->
                new FeatureGroup(
                    column.getKey(),
                    column.getValue().stream().mapToInt(feature -> feature).toArray()))
        .toList();
  }
}

package dev.annette.runtime.data.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The texts of classes and their numbers. */
final class ClassNames {
  private final List<String> names;
  private final Map<String, Integer> indices = new HashMap<>();

  /** Numbers the texts in their order. */
  ClassNames(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      indices.put(names.get(i), i);
    }
  }

  /**
   * Numbers the texts in the order of their first appearance, unless they are the whole numbers
   * from 0 on.
   */
  static ClassNames of(List<String> labels) {
    Set<String> found = new LinkedHashSet<>(labels);
    List<String> numbers = IntStream.range(0, found.size()).mapToObj(Integer::toString).toList();
    return new ClassNames(found.containsAll(numbers) ? numbers : new ArrayList<>(found));
  }

  List<String> names() {
    return names;
  }

  int index(String name) {
    return indices.get(name);
  }
}

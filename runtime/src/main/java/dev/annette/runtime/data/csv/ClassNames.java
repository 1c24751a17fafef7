package dev.annette.runtime.data.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The texts of classes and their numbers. */
final class ClassNames {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

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
   * Numbers the texts in their alphabetical order, so that it does not depend on that of the rows;
   * whole numbers in theirs.
   */
  static ClassNames of(List<String> labels) {
    Set<String> found = new TreeSet<>(labels);
    List<String> names = new ArrayList<>(found);
    if (found.stream().allMatch(name -> WHOLE.matcher(name).matches())) {
      names.sort(Comparator.comparing(Long::parseLong));
    }
    return new ClassNames(names);
  }

  List<String> names() {
    return names;
  }

  int index(String name) {
    return indices.get(name);
  }
}

package dev.annette.runtime.rows;

import java.util.ArrayList;
import java.util.List;

/** A feature for each range of a number; an edge belongs to the range above it. */
public final class Buckets {
  private Buckets() {}

  /**
   * Writes the features of a number.
   *
   * @param edges rising
   * @param features written from {@code at} on, one more than there are edges
   */
  public static void encode(
      String column, double value, List<Double> edges, float[] features, int at) {
    OneHot.write(index(column, value, edges), edges.size() + 1, features, at);
  }

  /**
   * Returns the index of the range of a number.
   *
   * @param edges rising
   */
  public static int index(String column, double value, List<Double> edges) {
    int range = 0;
    while (range < edges.size() && value >= edges.get(range)) {
      range++;
    }
    return range;
  }

  /** Returns the names of the features: {@code age<18}, {@code age>=18}. */
  public static List<String> names(String column, List<Double> edges) {
    List<String> names = new ArrayList<>();
    names.add(column + "<" + edges.get(0));
    for (int i = 0; i < edges.size(); i++) {
      String end = i + 1 < edges.size() ? "<" + edges.get(i + 1) : "";
      names.add(end.isEmpty() ? column + ">=" + edges.get(i) : edges.get(i) + "<=" + column + end);
    }
    return names;
  }
}

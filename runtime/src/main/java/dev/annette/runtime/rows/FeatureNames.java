package dev.annette.runtime.rows;

import java.util.ArrayList;
import java.util.List;

/** The names of the features of a row, in the making. */
public final class FeatureNames {
  private final List<String> names = new ArrayList<>();

  /** Adds the feature of a column that is one. */
  public FeatureNames add(String column) {
    names.add(column);
    return this;
  }

  /** Adds the features of a column that is several. */
  public FeatureNames add(List<String> features) {
    names.addAll(features);
    return this;
  }

  /** Adds the feature that says whether a column is missing. */
  public FeatureNames addMissing(String column) {
    return add(column + " missing");
  }

  /** Returns the names. */
  public List<String> list() {
    return List.copyOf(names);
  }
}

package dev.annette.runtime.rows;

import java.util.ArrayList;
import java.util.List;

/**
 * What is measured of the features of a row on the training rows. A feature that is not named here
 * stays as it is.
 */
public final class ColumnMeasures {
  private final int width;
  private final List<Measure> measures = new ArrayList<>();

  /** Starts with nothing measured of rows of this many features. */
  public ColumnMeasures(int width) {
    this.width = width;
  }

  /**
   * What is measured of one feature.
   *
   * @param column the column that it comes from
   * @param at its place in the row
   * @param filling what stands for it where it is missing, as the feature behind it says; or null
   * @param scaling how it is scaled, missing ones filled; or null
   */
  public record Measure(String column, int at, FeatureFilling filling, FeatureScaling scaling) {}

  /** Adds a feature that is scaled. */
  public ColumnMeasures scale(String column, int at, FeatureScaling scaling) {
    return add(new Measure(column, at, null, scaling));
  }

  /** Adds a feature whose missing values are filled. */
  public ColumnMeasures fill(String column, int at, FeatureFilling filling) {
    return add(new Measure(column, at, filling, null));
  }

  /** Adds a feature whose missing values are filled, and which is then scaled. */
  public ColumnMeasures fillAndScale(
      String column, int at, FeatureFilling filling, FeatureScaling scaling) {
    return add(new Measure(column, at, filling, scaling));
  }

  private ColumnMeasures add(Measure measure) {
    measures.add(measure);
    return this;
  }

  /** Returns how many features a row has. */
  public int width() {
    return width;
  }

  /** Returns what is measured. */
  public List<Measure> list() {
    return List.copyOf(measures);
  }
}

package dev.annette.runtime.train;

import dev.annette.runtime.rows.ColumnMeasures.Measure;
import dev.annette.runtime.rows.FeatureMeasure;
import dev.annette.runtime.rows.FeatureScaling.Scale;

/** One feature of typed rows as it is measured: what stands for missing values, then the scale. */
final class FeatureFitting {
  private static final Scale NONE = new Scale(0, 1);

  private final Measure measure;

  /** Null if there is none. */
  private final FeatureMeasure<Double> filling;

  /** Null if there is none. */
  private final FeatureMeasure<Scale> scaling;

  private boolean isFilled;
  private long present;
  private float filler;

  FeatureFitting(Measure measure) {
    this.measure = measure;
    this.filling = measure.filling() == null ? null : measure.filling().measure();
    this.scaling = measure.scaling() == null ? null : measure.scaling().measure();
    this.isFilled = filling == null;
  }

  /** Returns the place of the feature in the row. */
  int at() {
    return measure.at();
  }

  /** Returns the column that the feature is of. */
  String column() {
    return measure.column();
  }

  /** Takes the feature of the next row, which starts at a place of the array. */
  void add(float[] features, int row) {
    float feature = features[row + at()];
    boolean isMissing = filling != null && features[row + at() + 1] != 0;
    if (isFilled) {
      scaling.add(isMissing ? filler : feature);
    } else if (!isMissing) {
      filling.add(feature);
      present++;
    }
  }

  /** Takes the feature of the next row where no feature says whether it is missing. */
  void add(float feature) {
    scaling.add(feature);
  }

  boolean endPass() {
    if (isFilled) {
      return scaling.endPass();
    }
    if (present == 0) {
      throw new IllegalArgumentException(
          "column "
              + column()
              + " has no value in any training row, so @Impute has nothing to measure.");
    }
    if (filling.endPass()) {
      return true;
    }
    filler = filling.result().floatValue();
    isFilled = true;
    return scaling != null;
  }

  /** Returns what stands for a missing value; 0 if nothing does. */
  float filler() {
    return filler;
  }

  /** Returns the scale; that of no change if there is none. */
  Scale scale() {
    return scaling == null ? NONE : scaling.result();
  }
}

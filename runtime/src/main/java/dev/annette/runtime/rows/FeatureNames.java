package dev.annette.runtime.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the features of a row, in the making. */
public final class FeatureNames {
  /** The name of a column, which only the lower edge of a range may precede. */
  private static final Pattern COLUMN =
      Pattern.compile(
          "(?:-?[0-9.]+(?:E-?[0-9]+)?<=)?(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*).*",
          Pattern.DOTALL);

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

  /**
   * Returns the column that a feature is of: {@code sex} for {@code sex=FEMALE}, {@code age} for
   * {@code 18.0<=age<65.0} and for {@code age missing}.
   *
   * @throws IllegalArgumentException if no column has such a feature
   */
  public static String column(String feature) {
    Matcher matcher = COLUMN.matcher(feature);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not the feature of a column of typed rows".formatted(feature));
    }
    return matcher.group(1);
  }

  /** Returns the names. */
  public List<String> list() {
    return List.copyOf(names);
  }
}

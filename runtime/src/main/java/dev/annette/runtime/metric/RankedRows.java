package dev.annette.runtime.metric;

/**
 * The distinct scores of rows, falling, and how much of yes and no has each score or a higher one.
 *
 * @param scores {@code [scores]}
 * @param yes {@code [scores]}, sums of weights
 * @param no {@code [scores]}, sums of weights
 */
record RankedRows(double[] scores, double[] yes, double[] no) {

  int size() {
    return scores.length;
  }

  double allYes() {
    return scores.length == 0 ? 0 : yes[yes.length - 1];
  }

  double allNo() {
    return scores.length == 0 ? 0 : no[no.length - 1];
  }

  /**
   * Returns the area under the ROC curve by trapezoids: the share of the pairs of a yes and a no
   * that are in order, where equal scores count one half. NaN if there is no such pair.
   */
  double rocArea() {
    double twice = 0;
    for (int i = 0; i < size(); i++) {
      double yesBefore = i == 0 ? 0 : yes[i - 1];
      double noBefore = i == 0 ? 0 : no[i - 1];
      twice += (no[i] - noBefore) * (yes[i] + yesBefore);
    }
    return twice / (2 * allYes() * allNo());
  }

  /**
   * Returns {@code Σ (recall[i] − recall[i − 1]) · precision[i]} over falling scores; NaN if there
   * is no yes.
   */
  double averagePrecision() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      double gained = yes[i] - (i == 0 ? 0 : yes[i - 1]);
      sum += gained * precision(i);
    }
    return sum / allYes();
  }

  double precision(int i) {
    return yes[i] / (yes[i] + no[i]);
  }

  double recall(int i) {
    return yes[i] / allYes();
  }
}

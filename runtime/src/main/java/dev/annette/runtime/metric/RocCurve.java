package dev.annette.runtime.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * The receiver operating characteristic: how many wrong answers of yes every right one costs, from
 * the highest threshold to the lowest.
 *
 * @param points from (0, 0) to (1, 1), without those on a straight line of equal steps; empty if
 *     yes or no is missing
 * @param area the area under the curve: how probable it is that a row that is yes has a higher
 *     score than one that is no, where equal scores count one half; NaN if yes or no is missing
 */
public record RocCurve(List<Point> points, double area) {

  /**
   * What a threshold comes to.
   *
   * @param falsePositiveRate the share of the rows that are no which are answered yes
   * @param truePositiveRate the share of the rows that are yes which are answered yes, the recall
   * @param threshold the probability from which on the answer is yes; infinite for the first point
   */
  public record Point(double falsePositiveRate, double truePositiveRate, double threshold) {}

  /** Copies the list. */
  public RocCurve {
    points = List.copyOf(points);
  }

  static RocCurve of(RankedRows ranked) {
    List<Point> points = new ArrayList<>();
    if (ranked.allYes() > 0 && ranked.allNo() > 0) {
      points.add(new Point(0, 0, Double.POSITIVE_INFINITY));
      for (int i = 0; i < ranked.size(); i++) {
        if (!isBetween(ranked.no(), i) || !isBetween(ranked.yes(), i)) {
          points.add(
              new Point(
                  ranked.no()[i] / ranked.allNo(),
                  ranked.yes()[i] / ranked.allYes(),
                  LogOdds.probability(ranked.scores()[i])));
        }
      }
    }
    return new RocCurve(points, ranked.rocArea());
  }

  /** Returns whether a sum has the same step before it as after it. */
  private static boolean isBetween(double[] sums, int i) {
    return i > 0 && i < sums.length - 1 && (sums[i + 1] - sums[i]) - (sums[i] - sums[i - 1]) == 0;
  }
}

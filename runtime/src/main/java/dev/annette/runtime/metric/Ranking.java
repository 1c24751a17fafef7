package dev.annette.runtime.metric;

/**
 * How well the probability of yes puts rows that are yes before rows that are no, whatever the
 * threshold.
 *
 * @param roc right answers of yes against wrong ones
 * @param precisionRecall how many answers of yes are right against how many are found
 */
public record Ranking(RocCurve roc, PrecisionRecallCurve precisionRecall) {

  static Ranking of(RankedRows ranked) {
    return new Ranking(RocCurve.of(ranked), PrecisionRecallCurve.of(ranked));
  }
}

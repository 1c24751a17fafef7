package dev.annette.runtime.metric;

import dev.annette.runtime.text.TextColumns;

/** The measures of several answers of yes or no as text. */
final class LabelText {
  private LabelText() {}

  static String of(LabelMeasures measures) {
    TextColumns table =
        new TextColumns(
            "yes to",
            "precision",
            "recall",
            "f1",
            "support",
            "accuracy",
            "roc auc",
            "avg precision");
    for (int i = 0; i < measures.names().size(); i++) {
      ClassMeasures label = measures.labels().get(i);
      Ranking ranking = label.ranking();
      add(
          table,
          measures.names().get(i),
          measures.scores(i),
          Rounded.share(label.accuracy()),
          Rounded.share(ranking.roc().area()),
          Rounded.share(ranking.precisionRecall().averagePrecision()));
    }
    add(
        table,
        "macro mean",
        measures.macro(),
        Rounded.share(1 - measures.hammingLoss()),
        Rounded.share(measures.rocAuc()),
        Rounded.share(measures.averagePrecision()));
    add(table, "micro mean", measures.micro(), "", "", "");
    return table
        + "\nsubset accuracy "
        + Rounded.four(measures.subsetAccuracy())
        + "  Hamming loss "
        + Rounded.four(measures.hammingLoss())
        + "\n";
  }

  private static void add(
      TextColumns table,
      String name,
      ClassScores scores,
      String accuracy,
      String area,
      String averagePrecision) {
    table.add(
        name,
        Rounded.share(scores.precision()),
        Rounded.share(scores.recall()),
        Rounded.share(scores.f1()),
        Rounded.count(scores.support()),
        accuracy,
        area,
        averagePrecision);
  }
}

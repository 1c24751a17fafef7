package dev.annette.runtime.selection;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.sparsity.SparsityReport;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The runs of a path: on all rows, then without each fold.
 *
 * @param folds which rows train and validate, and what makes trainers
 * @param strength the settings that change
 * @param lambdas their values, strongest first
 * @param weakestFirst whether the last is trained first
 */
record PathRun<M extends NetworkModel>(
    FoldRuns<M> folds, Strength strength, double[] lambdas, boolean weakestFirst) {

  /** How far effective strengths may differ by the rounding of doubles. */
  private static final double ROUNDING = 1e-12;

  /** What is kept of a network of the path. */
  private interface Kept<M, R> {
    R of(int point, M model);
  }

  PathResult<M> run(Dataset rows, Training training) {
    NetworkTrainer<M> trainer = folds.trainers().apply(folds.seed());
    List<M> models = walk(trainer, rows, training, (point, model) -> model);
    double examples = models.get(0).provenance().examples();
    Training sameScale = examples > 0 ? training.examples(examples) : training;
    List<List<FoldScore>> scores = new ArrayList<>(); // [folds][lambdas]
    for (int fold = 1; fold <= folds.folds().size(); fold++) {
      scores.add(scores(fold, models, sameScale));
    }
    return new PathResult<>(
        IntStream.range(0, lambdas.length)
            .mapToObj(
                i ->
                    new PathPoint<>(
                        lambdas[i],
                        strength.effective(models.get(i), lambdas[i]),
                        Evaluation.of(models.get(i), rows).dataLoss(),
                        Scores.of(scores.stream().map(ofFold -> ofFold.get(i)).toList()),
                        SparsityReport.of(models.get(i)).nonZero(),
                        models.get(i),
                        strength.on(sameScale, lambdas[i])))
            .toList());
  }

  private List<FoldScore> scores(int fold, List<M> onAll, Training training) {
    Dataset.Split split = folds.folds().get(fold - 1);
    return walk(
        folds.trainers().apply(folds.seed() + fold),
        split.train(),
        training,
        (point, model) -> {
          requireSameStrength(fold, lambdas[point], onAll.get(point), model);
          return FoldScore.of(model, split);
        });
  }

  /** Returns what is kept of the networks of all strengths, strongest first. */
  private <R> List<R> walk(
      NetworkTrainer<M> trainer, Dataset rows, Training training, Kept<M, R> kept) {
    List<R> path = new ArrayList<>();
    for (int i = 0; i < lambdas.length; i++) {
      int point = weakestFirst ? lambdas.length - 1 - i : i;
      FoldRuns.fit(trainer, rows, strength.on(training, lambdas[point]));
      path.add(weakestFirst ? 0 : i, kept.of(point, trainer.model()));
    }
    return path;
  }

  private void requireSameStrength(int fold, double lambda, M onAll, M inFold) {
    double expected = strength.effective(onAll, lambda);
    double found = strength.effective(inFold, lambda);
    if (Math.abs(found - expected) > ROUNDING * Math.abs(expected)) {
      throw new IllegalArgumentException(
          "%s is divided by the rows of a batch, which are fewer in fold %d, so its effective"
                  .formatted(strength.first(), fold)
              + " strength is %s there and %s on all rows. Say batchSize(n), with n no more than a"
                  .formatted(NumberRule.number(found), NumberRule.number(expected))
              + " fold trains on, or give the penalty another scaling.");
    }
  }
}

package dev.annette.runtime.selection;

import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.Training;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One strength of a {@link RegularizationPath}.
 *
 * @param lambda λ, as an override of the first setting has it
 * @param effective what the penalty's sum is multiplied by, in every fold and on all rows; λ itself
 *     for a setting that is no penalty
 * @param trainingLoss the data loss of the model on all rows
 * @param validation losses and metrics over the folds
 * @param nonZero how many weights of each layer are not 0 in the model
 * @param model the network trained on all rows; {@code XTrainer.from(model)} continues it
 * @param training the options that this strength was trained with
 * @param <M> the model
 */
public record PathPoint<M extends NetworkModel>(
    double lambda,
    double effective,
    double trainingLoss,
    Scores validation,
    SortedMap<String, Long> nonZero,
    M model,
    Training training) {

  /** Copies the counts. */
  public PathPoint {
    nonZero = Collections.unmodifiableSortedMap(new TreeMap<>(nonZero));
  }

  /** Returns the data loss of the rows that validated, over the folds. */
  public Estimate validationLoss() {
    return validation.validationLoss();
  }
}

package dev.annette.runtime.selection;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.model.TensorDescription.Role;
import dev.annette.runtime.train.Hyperparameter;
import dev.annette.runtime.train.LearnedParameter;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.PenaltyTerm;
import dev.annette.runtime.train.PenaltyTerm.AtZero;
import dev.annette.runtime.train.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** A network that is a single layer of weights, at the point where all of them are 0. */
final class SingleLayer {
  /** What a probability is kept away from 0 and 1 by, where its logit would be infinite. */
  private static final double LEAST_PROBABILITY = 1e-12;

  /** How small the gradient of a best bias is beside that of the weights. */
  private static final double FLAT = 1e-4;

  private final NetworkTrainer<?> trainer;
  private final NetworkDescription network;

  /** Takes a trainer that has made a step, so that it knows its inputs. */
  SingleLayer(NetworkTrainer<?> trainer) {
    this.trainer = trainer;
    this.network = trainer.description();
  }

  /**
   * Returns whether a network learns one matrix of weights, and at most one vector of biases, where
   * a setting's penalty has a kink in every weight at 0 and nothing else takes part in where they
   * leave it: no constraint, no penalty on biases, no noise.
   */
  static boolean isWholeOf(NetworkTrainer<?> trainer, Setting setting) {
    List<Role> learned =
        trainer.description().tensors().stream()
            .filter(TensorDescription::isLearned)
            .map(TensorDescription::role)
            .toList();
    boolean isSingle =
        learned.equals(List.of(Role.WEIGHT)) || learned.equals(List.of(Role.WEIGHT, Role.BIAS));
    return isSingle && hasKinksAlone(trainer, setting);
  }

  private static boolean hasKinksAlone(NetworkTrainer<?> trainer, Setting setting) {
    List<LearnedParameter> parameters = trainer.state().learned();
    LearnedParameter weights = parameters.get(0);
    List<PenaltyTerm> terms =
        parameters.stream().flatMap(parameter -> parameter.terms().stream()).toList();
    boolean onBiases = terms.size() > weights.terms().size();
    List<Hyperparameter> strengths = terms.stream().map(PenaltyTerm::strength).toList();
    return !onBiases
        && parameters.stream().noneMatch(LearnedParameter::constrained)
        && strengths.containsAll(trainer.hyperparameters())
        && terms.stream().allMatch(term -> term.atZero() == expected(term, setting))
        && strengths.stream().anyMatch(strength -> strength.setting().equals(setting));
  }

  private static AtZero expected(PenaltyTerm term, Setting setting) {
    return term.strength().setting().equals(setting) ? AtZero.KINK : AtZero.FLAT;
  }

  /**
   * Returns the largest magnitude in the gradient of the data loss by the weights where all are 0
   * and the biases are best; empty if the best biases are not the means of the targets, or their
   * logits.
   */
  OptionalDouble largestGradientAtZero(Dataset rows) {
    Dataset counted = rows.withMeanWeightOne();
    int biases =
        network.tensors().stream()
            .filter(tensor -> tensor.role() == Role.BIAS)
            .mapToInt(TensorDescription::size)
            .sum();
    int weights = trainer.parameterCount() - biases;
    float[] parameters = new float[weights + biases];
    for (int output = 0; output < biases; output++) {
      parameters[weights + output] = (float) bestBias(counted, output);
    }
    trainer.setParameters(parameters);
    float[] gradients = new float[parameters.length];
    trainer.gradients(counted.toBatch(), gradients);
    double ofWeights = largest(Arrays.copyOf(gradients, weights));
    double ofBiases = largest(Arrays.copyOfRange(gradients, weights, gradients.length));
    return ofWeights > 0 && ofBiases <= FLAT * ofWeights
        ? OptionalDouble.of(ofWeights)
        : OptionalDouble.empty();
  }

  private double bestBias(Dataset rows, int output) {
    double sum = 0;
    for (int row = 0; row < rows.rows(); row++) {
      sum += rows.weight(row) * target(rows, row, output);
    }
    double mean = sum / rows.rows();
    double probability = Math.max(LEAST_PROBABILITY, Math.min(1 - LEAST_PROBABILITY, mean));
    return switch (network.loss()) {
      case CROSS_ENTROPY -> Math.log(probability);
      case BINARY_CROSS_ENTROPY -> Math.log(probability / (1 - probability));
      default -> mean;
    };
  }

  private static double target(Dataset rows, int row, int output) {
    if (rows.hasClasses()) {
      return rows.label(row) == output ? 1 : 0;
    }
    return rows.target(row, output);
  }

  private static double largest(float[] gradients) {
    double largest = 0;
    for (float gradient : gradients) {
      largest = Math.max(largest, Math.abs(gradient));
    }
    return largest;
  }
}

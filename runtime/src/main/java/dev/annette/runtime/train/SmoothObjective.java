package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.data.Batch;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Data loss and penalties of a network over one batch, as a function of everything it learns. */
final class SmoothObjective {
  private final NetworkTrainer<?> trainer;
  private final Batch batch;
  private final float[] rounded;
  private final float[] dataGradient;

  /**
   * Prepares a network.
   *
   * @param optimizer what the model's provenance says
   * @throws IllegalArgumentException if the objective is not smooth, or a parameter is constrained
   */
  SmoothObjective(NetworkTrainer<?> trainer, Batch batch, String optimizer) {
    this.trainer = trainer;
    this.batch = batch;
    List<LearnedParameter> parameters = trainer.state().parameters().parameters();
    parameters.forEach(SmoothObjective::requireFree);
    requireSmooth(trainer.state().hyperparameters(), parameters);
    RunOptions options = Training.online().optimizer(new NamedOnly(optimizer)).options();
    Transformations none =
        Transformations.online(options, trainer.description(), trainer.state().seed());
    trainer.state().prepare(options, none, batch.rows(), batch.rows(), RunLength.UNKNOWN);
    rounded = new float[trainer.parameterCount()];
    dataGradient = new float[trainer.parameterCount()];
  }

  private static void requireFree(LearnedParameter parameter) {
    if (parameter.constrained()) {
      throw new IllegalArgumentException(
          "L-BFGS minimises without constraints, but "
              + parameter.name()
              + " has one. Take another optimizer, or remove it.");
    }
  }

  /** Refuses every number that acts on the objective otherwise than by a smooth penalty. */
  private static void requireSmooth(
      List<Hyperparameter> numbers, List<LearnedParameter> parameters) {
    Set<Hyperparameter> smooth =
        parameters.stream()
            .flatMap(parameter -> parameter.terms().stream())
            .filter(PenaltyTerm::isSmooth)
            .map(PenaltyTerm::strength)
            .collect(Collectors.toSet());
    numbers.stream()
        .filter(number -> !smooth.contains(number))
        .forEach(SmoothObjective::requireOff);
  }

  /** Goes by what is declared, which is what acts: an override ends with its run. */
  private static void requireOff(Hyperparameter number) {
    if (number.declared() != number.off()) {
      throw new IllegalArgumentException(
          "L-BFGS needs a smooth objective that is the same at every call, but "
              + number.layer()
              + " has "
              + number.attribute()
              + " "
              + NumberRule.number(number.declared())
              + ". Take another optimizer, or remove it.");
    }
  }

  /** Returns the weights as they are. */
  double[] start() {
    trainer.getParameters(rounded);
    double[] start = new double[rounded.length];
    for (int i = 0; i < start.length; i++) {
      start[i] = rounded[i];
    }
    return start;
  }

  /**
   * Returns the objective at a point, rounded to floats in place, and writes its gradient; infinity
   * where it is not finite.
   */
  double at(double[] point, double[] gradient) {
    for (int i = 0; i < point.length; i++) {
      rounded[i] = (float) point[i];
      point[i] = rounded[i];
      if (!Float.isFinite(rounded[i])) {
        return Double.POSITIVE_INFINITY;
      }
    }
    trainer.setParameters(rounded);
    double dataLoss;
    try {
      dataLoss = trainer.gradients(batch, dataGradient);
    } catch (TrainingDivergedException tooFar) {
      return Double.POSITIVE_INFINITY;
    }
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = dataGradient[i];
    }
    trainer.addPenaltyGradients(gradient);
    return dataLoss + trainer.penalty();
  }
}

package dev.annette.runtime.train;

import dev.annette.runtime.diagnosis.Regularization;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What regularised the last run of a trainer. */
final class ActingRegularization {
  private ActingRegularization() {}

  static Regularization of(TrainingState state) {
    Set<String> constrained =
        state.parameters().parameters().stream()
            .filter(LearnedParameter::constrained)
            .map(parameter -> parameter.name().substring(0, parameter.name().indexOf('.')))
            .collect(Collectors.toSet());
    return new Regularization(
        layers(state, one -> one.isNoise() && (one.value() > 0 || one.schedule() != null)),
        layers(state, Hyperparameter::isMomentumOfStatistics),
        constrained,
        state.descent().acted(state.activities()));
  }

  private static Set<String> layers(TrainingState state, Predicate<Hyperparameter> having) {
    return state.hyperparameters().stream()
        .filter(having)
        .map(Hyperparameter::layer)
        .collect(Collectors.toSet());
  }
}

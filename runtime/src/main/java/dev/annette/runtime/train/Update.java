package dev.annette.runtime.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One update from the gradients of a batch: clip, penalties, optimizer, what needs whole rows or
 * columns, average. Allocates nothing.
 */
final class Update {
  private final String network;
  private final ParameterSet parameters;
  private final Phases phases;

  /** Null unless gradients are clipped by their length. */
  private NormClipping normClipping;

  Update(String network, ParameterSet parameters, Phases phases) {
    this.network = network;
    this.parameters = parameters;
    this.phases = phases;
    watchGradients();
  }

  /**
   * Watches the gradient of the shortest parameter of every layer: that of a bias is the sum of
   * what the layer hands back, so it is not finite if anything of that is not.
   */
  private void watchGradients() {
    Map<String, LearnedParameter> shortest = new LinkedHashMap<>();
    for (LearnedParameter parameter : parameters.parameters()) {
      String layer = parameter.name().substring(0, parameter.name().lastIndexOf('.') + 1);
      shortest.merge(layer, parameter, (a, b) -> b.values().length < a.values().length ? b : a);
    }
    shortest.values().forEach(parameter -> parameter.watched(true));
  }

  /** Takes the options of a run. */
  void prepare(RunOptions options) {
    Clipping clipping = options.clipping;
    boolean byValue = clipping != null && clipping.kind() == Clipping.Kind.VALUE;
    float bound = byValue ? (float) clipping.limit() : Float.POSITIVE_INFINITY;
    parameters.parameters().forEach(parameter -> parameter.clipValue(bound));
    normClipping =
        clipping == null || byValue
            ? null
            : new NormClipping(network, clipping, parameters.parameters());
    parameters.average(options.averaging);
  }

  /**
   * Makes the update.
   *
   * @param descent what gradients are combined with; begins once they are known to be finite
   * @param step its number in all runs, from 1
   */
  void run(Descent descent, int batchRows, UpdatePhase phase, long step) {
    if (normClipping != null) {
      normClipping.collect(phases, batchRows, phase, step);
    }
    descent.begin(batchRows);
    List<LearnedParameter> learned = parameters.parameters();
    for (int i = 0; i < learned.size(); i++) {
      phases.run(learned.get(i).before());
    }
    if (normClipping != null) {
      phases.run(normClipping.learning());
    } else {
      phases.update(batchRows, phase);
    }
    requireFinite(learned, descent, step);
    for (int i = 0; i < learned.size(); i++) {
      phases.run(learned.get(i).after());
    }
    descent.made();
    if (parameters.average() != null) {
      parameters.average().afterStep(phases);
    }
  }

  private void requireFinite(List<LearnedParameter> learned, Descent descent, long step) {
    for (int i = 0; i < learned.size(); i++) {
      String culprit = learned.get(i).nonFiniteGradient();
      if (culprit != null) {
        throw new TrainingDivergedException(
            "%s: in step %d %s; a smaller learning rate than that of %s may help."
                .formatted(network, step, culprit, descent.optimizer().describe()));
      }
    }
  }

  /** Lets the average take the weights at the end of an epoch of the run, from 1, if it does. */
  boolean endEpoch(long epochOfRun) {
    return parameters.average() != null && parameters.average().afterEpoch(phases, epochOfRun);
  }
}

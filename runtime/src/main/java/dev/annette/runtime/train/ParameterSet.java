package dev.annette.runtime.train;

import dev.annette.rule.NearestName;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.TensorDescription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tensors of a trainer, in the order of its description, and the parameters among them. */
final class ParameterSet {
  private final String network;
  private final Map<String, float[]> tensors = new LinkedHashMap<>();
  private final List<LearnedParameter> parameters = new ArrayList<>();
  private final List<FittedStatistics> statistics;
  private final List<RunningStatistic> running;
  private final Set<String> weights = new HashSet<>();
  private final int size;

  /** Null unless the run at hand averages. */
  private WeightAverage average;

  /**
   * Matches a trainer's arrays with its description.
   *
   * @throws IllegalArgumentException if a tensor has no array, or one of another length
   */
  ParameterSet(
      NetworkDescription description,
      List<LearnedParameter> learned,
      List<FittedStatistics> statistics,
      List<RunningStatistic> running) {
    this.network = description.network();
    this.statistics = List.copyOf(statistics);
    this.running = List.copyOf(running);
    Map<String, float[]> arrays = new LinkedHashMap<>();
    statistics.forEach(fitted -> arrays.putAll(fitted.arrays()));
    running.forEach(statistic -> arrays.put(statistic.name(), statistic.values()));
    learned.forEach(parameter -> arrays.put(parameter.name(), parameter.values()));
    for (TensorDescription tensor : description.tensors()) {
      float[] array = arrays.get(tensor.name());
      if (array == null || array.length != tensor.size()) {
        throw new IllegalArgumentException(
            network
                + ": the description has "
                + tensor.name()
                + tensor.shape()
                + ", but the trainer has "
                + (array == null ? "no such array." : "an array of " + array.length + "."));
      }
      tensors.put(tensor.name(), array);
      if (tensor.role() == TensorDescription.Role.WEIGHT) {
        weights.add(tensor.name());
      }
      learned.stream().filter(p -> p.name().equals(tensor.name())).forEach(parameters::add);
    }
    size = parameters.stream().mapToInt(parameter -> parameter.values().length).sum();
  }

  List<LearnedParameter> parameters() {
    return parameters;
  }

  /** Returns the arrays of all tensors, in the order of the description. */
  Collection<float[]> tensors() {
    return tensors.values();
  }

  List<FittedStatistics> statistics() {
    return statistics;
  }

  /**
   * Requires that the statistics of the inputs are measured.
   *
   * @throws IllegalStateException if they are not
   */
  void requireFitted() {
    for (int i = 0; i < statistics.size(); i++) {
      statistics.get(i).requireFitted(network);
    }
  }

  List<RunningStatistic> running() {
    return running;
  }

  /** Gives every parameter an optimizer; its averages start from 0 if they are to be forgotten. */
  void optimizer(Optimizer optimizer, boolean forget) {
    for (LearnedParameter parameter : parameters) {
      parameter.optimizer(optimizer, forget, weights.contains(parameter.name()));
    }
  }

  /** Returns how many numbers are learned. */
  int size() {
    return size;
  }

  /** Copies the learned numbers out, one parameter after the other. */
  void copyTo(float[] flat) {
    requireSize(flat);
    int from = 0;
    for (LearnedParameter parameter : parameters) {
      System.arraycopy(parameter.values(), 0, flat, from, parameter.values().length);
      from += parameter.values().length;
    }
  }

  /** Copies the learned numbers in, one parameter after the other. */
  void copyFrom(float[] flat) {
    requireSize(flat);
    requireFinite("parameters", flat);
    int from = 0;
    for (LearnedParameter parameter : parameters) {
      System.arraycopy(flat, from, parameter.values(), 0, parameter.values().length);
      from += parameter.values().length;
      parameter.replaced(true);
    }
    forgetAverage();
  }

  /**
   * Copies the gradient of every parameter out while an update phase runs; nothing is learned.
   *
   * @param gradients {@code [size]}
   * @param statisticsFollow whether running statistics follow the batch
   */
  void collect(float[] gradients, boolean statisticsFollow, Runnable phase) {
    requireSize(gradients);
    running.forEach(statistic -> statistic.moves(statisticsFollow));
    int from = 0;
    for (LearnedParameter parameter : parameters) {
      parameter.collectInto(gradients, from);
      from += parameter.values().length;
    }
    try {
      phase.run();
    } finally {
      parameters.forEach(LearnedParameter::learn);
      running.forEach(statistic -> statistic.moves(true));
    }
  }

  void requireSize(float[] flat) {
    if (flat.length != size) {
      throw new IllegalArgumentException(
          network + " has " + size + " parameters, but the array holds " + flat.length + ".");
    }
  }

  /** Returns a copy of one tensor. */
  float[] copyOf(String name) {
    return tensor(name).clone();
  }

  /** Replaces the numbers of one tensor. */
  void set(String name, float[] values) {
    float[] array = tensor(name);
    if (values.length != array.length) {
      throw new IllegalArgumentException(
          name
              + " of "
              + network
              + " holds "
              + array.length
              + " numbers, not "
              + values.length
              + ".");
    }
    requireFinite(name, values);
    System.arraycopy(values, 0, array, 0, array.length);
    forgetAverage();
    parameters.stream().filter(p -> p.values() == array).forEach(p -> p.replaced(true));
    statistics.stream().filter(fitted -> fitted.owns(array)).forEach(FittedStatistics::restored);
  }

  private float[] tensor(String name) {
    float[] array = tensors.get(name);
    if (array == null) {
      throw new IllegalArgumentException(
          network
              + " has no parameter \""
              + name
              + "\"."
              + NearestName.question(name, tensors.keySet())
              + " It has "
              + String.join(", ", tensors.keySet())
              + ".");
    }
    return array;
  }

  private void requireFinite(String name, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            name
                + " of "
                + network
                + ": number "
                + i
                + " is "
                + values[i]
                + "; it must be finite.");
      }
    }
  }

  /**
   * Returns the first parameter with a number that is not finite, in words; null if there is none.
   */
  String firstNonFinite() {
    for (LearnedParameter parameter : parameters) {
      String culprit = firstNonFinite(parameter.name(), parameter.values());
      if (culprit != null) {
        return culprit;
      }
    }
    for (RunningStatistic statistic : running) {
      String culprit = firstNonFinite(statistic.name(), statistic.values());
      if (culprit != null) {
        return culprit;
      }
    }
    return null;
  }

  private static String firstNonFinite(String name, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        return name + ", number " + i + ", is " + values[i];
      }
    }
    return null;
  }

  /**
   * Requires finite parameters.
   *
   * @throws TrainingDivergedException if one is not
   */
  void requireFinite() {
    if (firstNonFinite() != null) {
      throw new TrainingDivergedException(
          network + ": a parameter is no longer finite; a smaller learning rate may help.");
    }
  }

  /**
   * Returns copies of all tensors, averages within their constraints in place of parameters, in the
   * order of the description.
   */
  float[][] copy() {
    return tensors.values().stream()
        .map(array -> average == null ? array.clone() : average.copyOf(array))
        .toArray(float[][]::new);
  }

  /** Averages the parameters from now on, or not if that is null. */
  void average(Averaging kind) {
    if (kind == null) {
      average = null;
    } else if (average == null || !average.continues(kind)) {
      average = new WeightAverage(kind, parameters, running);
    }
  }

  /** Returns the average of the parameters; null if there is none. */
  WeightAverage average() {
    return average;
  }

  private void forgetAverage() {
    if (average != null) {
      average.forget();
    }
  }

  /** Copies all tensors of a model in. */
  void restore(ModelContent content) {
    int index = 0;
    for (float[] array : tensors.values()) {
      System.arraycopy(content.tensor(index++), 0, array, 0, array.length);
    }
    forgetAverage();
    parameters.forEach(parameter -> parameter.replaced(true));
    if (content.provenance().steps() > 0) {
      statistics.forEach(FittedStatistics::restored);
    } else {
      statistics.forEach(FittedStatistics::restoredUntrained);
    }
  }
}

package dev.annette.runtime.metric;

import dev.annette.runtime.model.NetworkDescription;
import java.util.List;

/** What a network answers while rows come in. */
interface Answers extends OutputReader {

  /** Returns what the rows so far come to. */
  Measures measures();

  /**
   * Starts with no rows.
   *
   * @param classNames those of the dataset; may be none
   */
  static Answers of(NetworkDescription network, List<String> classNames) {
    if (network.outputsAreClasses()) {
      return new ClassAnswers(network, classNames);
    }
    if (network.loss().isCrossEntropy()) {
      return network.outputs() == 1 ? new YesNoAnswers(0) : new LabelAnswers(network);
    }
    return new NumberAnswers(OutputNames.of(network));
  }
}

package dev.annette.runtime.data;

import dev.annette.Loss;
import dev.annette.runtime.model.ColumnDescription;
import dev.annette.runtime.model.NetworkDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether a dataset fits a network: widths, kind of targets, and the range of each target. */
final class DatasetCheck {
  /** How far from 1 the probabilities of a row may sum: rounding of many floats, not an error. */
  private static final double SUM_TOLERANCE = 1e-3;

  private final Dataset rows;
  private final NetworkDescription network;

  DatasetCheck(Dataset rows, NetworkDescription network) {
    this.rows = rows;
    this.network = network;
  }

  void run() {
    if (rows.rows() == 0) {
      throw broken("the dataset has no rows");
    }
    if (rows.width() != network.inputSize()) {
      throw broken(
          "rows have %d features, but the network takes %d"
              .formatted(rows.width(), network.inputSize()));
    }
    if (rows.hasClasses()) {
      checkLabels();
    } else {
      checkValues();
    }
  }

  private void checkLabels() {
    if (!network.outputsAreClasses()) {
      throw broken(
          "rows belong to classes, but the loss is %s; give each row %d target numbers"
              .formatted(network.lossName(), network.outputs()));
    }
    requireClassesOfLabel();
    for (int row = 0; row < rows.rows(); row++) {
      int label = rows.label(row);
      if (label >= network.outputs()) {
        throw broken(
            "the label of row %d is %d; with %d classes labels are 0 to %d"
                .formatted(row, label, network.outputs(), network.outputs() - 1));
      }
    }
  }

  /** Requires that no class has the number of another one of a typed label. */
  private void requireClassesOfLabel() {
    List<List<String>> labels =
        network.columns().stream()
            .filter(ColumnDescription::isLabel)
            .map(ColumnDescription::categories)
            .toList();
    List<String> given = rows.classNames();
    if (labels.size() == 1 && isOtherOrder(given, labels.get(0))) {
      throw broken(
          "its classes are %s, but those of the rows %s, so that the same number means different"
                  .formatted(labels.get(0), given)
              + " classes; read the rows with the classes of the network");
    }
  }

  private static boolean isOtherOrder(List<String> given, List<String> classes) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String name : classes) {
      numbers.putIfAbsent(name.toLowerCase(Locale.ROOT), numbers.size());
    }
    for (int i = 0; i < given.size(); i++) {
      if (numbers.getOrDefault(given.get(i).toLowerCase(Locale.ROOT), i) != i) {
        return true;
      }
    }
    return false;
  }

  private void checkValues() {
    if (rows.targetWidth() == 1 && network.outputsAreClasses()) {
      throw broken(
          "every row has one number as its target, but the loss %s tells %d classes apart"
                  .formatted(network.loss(), network.outputs())
              + "; give the number of its class, ofClasses(features, labels), or a probability for"
              + " each class");
    }
    if (rows.targetWidth() != network.outputs()) {
      throw broken(
          "rows have %d target number%s each, but the network has %d outputs"
              .formatted(
                  rows.targetWidth(), rows.targetWidth() == 1 ? "" : "s", network.outputs()));
    }
    if (network.loss().isCrossEntropy()) {
      for (int row = 0; row < rows.rows(); row++) {
        checkProbabilities(row);
      }
    }
  }

  private void checkProbabilities(int row) {
    double sum = 0;
    for (int output = 0; output < network.outputs(); output++) {
      float target = rows.target(row, output);
      if (target < 0 || target > 1) {
        throw broken(
            "the target of row %d, column %d is %s; a %s target is a probability, from 0 to 1"
                .formatted(row, output, target, network.loss()));
      }
      sum += target;
    }
    if (network.loss() == Loss.CROSS_ENTROPY && Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw broken(
          "the targets of row %d sum to %s; a CROSS_ENTROPY row is a distribution, so it sums to 1"
              .formatted(row, sum));
    }
  }

  private IllegalArgumentException broken(String what) {
    return new IllegalArgumentException(network.network() + ": " + what);
  }
}

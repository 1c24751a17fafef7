package dev.annette.examples.cli;

import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.Provenance;
import dev.annette.runtime.model.TensorDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** In what two models differ, in words. */
final class ModelDifferences {
  private final List<String> lines = new ArrayList<>();

  private ModelDifferences() {}

  static String of(ModelContent first, ModelContent second) {
    ModelDifferences differences = new ModelDifferences();
    differences.lines.addAll(
        first.description().differences(second.description(), "in the first", "in the second"));
    differences.training(first.provenance(), second.provenance());
    differences.numbers(first, second);
    return differences.lines.isEmpty()
        ? "The two models are the same, bit by bit."
        : String.join(System.lineSeparator(), differences.lines);
  }

  private void training(Provenance first, Provenance second) {
    compare("seed", first.seed(), second.seed());
    compare("optimizer", first.optimizer(), second.optimizer());
    compare("options", first.options(), second.options());
    compare("epochs", first.epochs(), second.epochs());
    compare("updates", first.steps(), second.steps());
    compare("m", first.examples(), second.examples());
    compare("penalties", first.penalties(), second.penalties());
    if (!first.history().isEmpty() && !second.history().isEmpty()) {
      compare("last data loss", last(first), last(second));
    }
  }

  private static double last(Provenance from) {
    return from.history().get(from.history().size() - 1).dataLoss();
  }

  private void compare(String what, Object first, Object second) {
    if (!first.equals(second)) {
      lines.add("%s: %s and %s".formatted(what, first, second));
    }
  }

  private void numbers(ModelContent first, ModelContent second) {
    List<TensorDescription> tensors = first.description().tensors();
    if (!tensors.equals(second.description().tensors())) {
      return; // said above
    }
    for (int i = 0; i < tensors.size(); i++) {
      int different = 0;
      double largest = 0;
      for (int k = 0; k < first.tensor(i).length; k++) {
        float a = first.tensor(i)[k];
        float b = second.tensor(i)[k];
        different += Float.floatToRawIntBits(a) == Float.floatToRawIntBits(b) ? 0 : 1;
        largest = Math.max(largest, Math.abs((double) a - b));
      }
      if (different > 0) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%s: %d of %d numbers differ, by at most %.4g",
                tensors.get(i).name(),
                different,
                first.tensor(i).length,
                largest));
      }
    }
  }
}

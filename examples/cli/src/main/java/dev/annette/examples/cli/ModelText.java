package dev.annette.examples.cli;

import dev.annette.runtime.model.ColumnDescription;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.PenaltyRecord;
import dev.annette.runtime.model.Provenance;
import dev.annette.runtime.model.TensorDescription;
import java.util.List;
import java.util.Locale;

/** What a model consists of and came from, as text. */
final class ModelText {
  private final StringBuilder text = new StringBuilder();

  private ModelText() {}

  static String of(ModelContent model) {
    ModelText text = new ModelText();
    NetworkDescription network = model.description();
    text.line("%s", network.summary().stripTrailing());
    text.columns(network.columns());
    text.provenance(model.provenance());
    text.tensors(model);
    return text.text.toString().stripTrailing();
  }

  private void columns(List<ColumnDescription> columns) {
    if (!columns.isEmpty()) {
      line("%nColumns");
    }
    for (ColumnDescription column : columns) {
      String categories =
          column.categories().isEmpty() ? "" : "  " + String.join(", ", column.categories());
      line("  %-20s %s%s", column.name(), column.kind(), categories);
    }
  }

  private void provenance(Provenance from) {
    line("%nTraining");
    line("  seed %d, %d epochs, %d updates", from.seed(), from.epochs(), from.steps());
    if (from.optimizer().isEmpty()) {
      line("  not trained");
      return;
    }
    line("  %s, m = %.0f", from.optimizer(), from.examples());
    from.options().forEach((name, text) -> line("  %s: %s", name, text));
    for (PenaltyRecord penalty : from.penalties()) {
      line(
          "  %s of %s: lambda %s (%s), effectively %.4g",
          penalty.kind(),
          penalty.parameter(),
          penalty.lambda(),
          penalty.scaling(),
          penalty.effective());
    }
    if (!from.history().isEmpty()) {
      EpochRecord last = from.history().get(from.history().size() - 1);
      line(
          "  last epoch %d: data loss %.5g, penalties %.5g, validation loss %.5g",
          last.epoch(), last.dataLoss(), last.penalty(), last.validationLoss());
    }
  }

  private void tensors(ModelContent model) {
    line("%nNumbers");
    List<TensorDescription> tensors = model.description().tensors();
    for (int i = 0; i < tensors.size(); i++) {
      float[] values = model.tensor(i);
      double squares = 0;
      double largest = 0;
      int zeros = 0;
      for (float value : values) {
        squares += (double) value * value;
        largest = Math.max(largest, Math.abs(value));
        zeros += value == 0 ? 1 : 0;
      }
      line(
          "  %-24s %-12s rms %.4g, largest %.4g, zeros %.1f %%",
          tensors.get(i).name(),
          tensors.get(i).shape(),
          Math.sqrt(squares / values.length),
          largest,
          100.0 * zeros / values.length);
    }
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}

package dev.annette.runtime.report;

import dev.annette.runtime.model.EpochRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The numbers behind the learning curves, epoch by epoch, folded away. */
final class EpochsSection implements Section {
  /** The most epochs that are listed; of more, evenly spaced ones with the first and the last. */
  static final int LINES = 250;

  private final List<EpochRecord> epochs;

  EpochsSection(List<EpochRecord> epochs) {
    this.epochs = epochs;
  }

  @Override
  public String title() {
    return "Epochs";
  }

  @Override
  public boolean hasContent() {
    return !epochs.isEmpty();
  }

  @Override
  public void write(Markup out) {
    SortedSet<String> penalties = new TreeSet<>();
    SortedSet<String> metrics = new TreeSet<>();
    epochs.forEach(epoch -> penalties.addAll(epoch.penalties().keySet()));
    epochs.forEach(epoch -> metrics.addAll(epoch.metrics().keySet()));
    List<String> header = new ArrayList<>(List.of("epoch", "data loss"));
    header.addAll(penalties);
    header.add("validation loss");
    header.addAll(metrics);
    List<EpochRecord> listed = listed();
    String words = "Every epoch in numbers";
    if (listed.size() < epochs.size()) {
      words =
          "%d of %s epochs in numbers".formatted(listed.size(), Figures.count(epochs.size()))
              + "; History.toCsv() has all";
    }
    out.open("details").element("summary", words).line();
    Table table = Table.of(out, header, "");
    for (EpochRecord epoch : listed) {
      List<String> cells = new ArrayList<>();
      cells.add(Figures.of(epoch.dataLoss()));
      penalties.forEach(name -> cells.add(cell(epoch.penalties().get(name))));
      cells.add(Figures.of(epoch.validationLoss()));
      metrics.forEach(name -> cells.add(cell(epoch.metrics().get(name))));
      table.row(String.valueOf(epoch.epoch()), cells);
    }
    table.end();
    out.close("details").line();
  }

  private static String cell(Double value) {
    return Figures.of(value == null ? Double.NaN : value);
  }

  private List<EpochRecord> listed() {
    if (epochs.size() <= LINES) {
      return epochs;
    }
    List<EpochRecord> some = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      some.add(epochs.get((int) ((long) i * (epochs.size() - 1) / (LINES - 1))));
    }
    return some;
  }
}

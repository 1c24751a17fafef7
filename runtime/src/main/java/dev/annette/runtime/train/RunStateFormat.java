package dev.annette.runtime.train;

import dev.annette.runtime.model.EpochRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How what a run knows, and its history, lie in the file that keeps it. */
final class RunStateFormat {
  private RunStateFormat() {}

  static void write(RunState state, RunOutput out) throws IOException {
    out.put(state.firstStep());
    out.put(state.firstEpoch());
    out.put(state.rateScale());
    out.put(state.averaged());
    ReduceOnPlateau.State plateau = state.plateau();
    out.put(plateau != null);
    if (plateau != null) {
      out.put(plateau.best());
      out.put(plateau.waited());
      out.put(plateau.cooldown());
      out.put(plateau.reduces());
    }
    EarlyStopping.State stopping = state.stopping();
    out.put(stopping != null);
    if (stopping != null) {
      out.put(stopping.epochs());
      out.put(stopping.best());
      out.put(stopping.bestEpoch());
      out.put(stopping.waited());
      out.put(stopping.stops());
    }
  }

  static RunState read(RunInput in) throws IOException {
    long firstStep = in.getLong();
    long firstEpoch = in.getLong();
    double rateScale = in.getDouble();
    long averaged = in.getLong();
    ReduceOnPlateau.State plateau =
        in.getBoolean()
            ? new ReduceOnPlateau.State(in.getDouble(), in.getInt(), in.getInt(), in.getBoolean())
            : null;
    EarlyStopping.State stopping =
        in.getBoolean()
            ? new EarlyStopping.State(
                in.getInt(), in.getDouble(), in.getInt(), in.getInt(), in.getBoolean())
            : null;
    return new RunState(firstStep, firstEpoch, rateScale, averaged, plateau, stopping);
  }

  static void write(List<EpochRecord> history, RunOutput out) throws IOException {
    out.put(history.size());
    for (EpochRecord epoch : history) {
      out.put(epoch.epoch());
      out.put(epoch.dataLoss());
      write(epoch.penalties(), out);
      out.put(epoch.validationLoss());
      write(epoch.metrics(), out);
    }
  }

  static List<EpochRecord> readHistory(RunInput in) throws IOException {
    List<EpochRecord> history = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      history.add(
          new EpochRecord(
              in.getInt(), in.getDouble(), readNumbers(in), in.getDouble(), readNumbers(in)));
    }
    return history;
  }

  private static void write(SortedMap<String, Double> numbers, RunOutput out) throws IOException {
    out.put(numbers.size());
    for (Map.Entry<String, Double> one : numbers.entrySet()) {
      out.put(one.getKey());
      out.put(one.getValue());
    }
  }

  private static SortedMap<String, Double> readNumbers(RunInput in) throws IOException {
    SortedMap<String, Double> numbers = new TreeMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      numbers.put(in.getText(), in.getDouble());
    }
    return numbers;
  }
}

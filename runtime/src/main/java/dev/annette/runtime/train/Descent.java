package dev.annette.runtime.train;

import dev.annette.PenaltyBasis;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.PenaltyRecord;
import dev.annette.runtime.model.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How parameters change: the optimizer with its count of updates, and what scales the penalties.
 */
final class Descent {
  private final NetworkDescription description;
  private final ParameterSet parameters;
  private Optimizer optimizer;
  private String optimizerText = "";
  private SortedMap<String, String> optionTexts = new TreeMap<>();
  private List<PenaltyRecord> acted = List.of();
  private double examples;
  private int fullBatch;

  /** What the penalties of the last step depended on; null before the first. */
  private PenaltyBasis stepBasis;

  private long updates;
  private RunSchedules schedules = new RunSchedules(List.of(), List.of(), RunLength.UNKNOWN);

  Descent(NetworkDescription description, ParameterSet parameters) {
    this.description = description;
    this.parameters = parameters;
  }

  /**
   * Takes the options of a run. The optimizer's averages start from 0 if it is of another kind than
   * the one before, or of other numbers where weights are a function of both.
   *
   * @param m the number of training examples, 0 if not known
   * @param rowsOfFullBatch the rows of every batch but perhaps the last
   * @throws IllegalArgumentException if an override names nothing here; nothing has changed then
   * @throws IllegalStateException if m is needed and not known; nothing has changed then
   */
  void prepare(
      RunOptions options,
      List<Hyperparameter> hyperparameters,
      double m,
      int rowsOfFullBatch,
      RunLength length) {
    Penalties penalties = new Penalties(parameters.parameters(), basis(m, rowsOfFullBatch));
    penalties.requireScale();
    options.requireCarriedOut(length);
    RunSchedules next = new RunSchedules(options.learningRate, hyperparameters, length);
    new Overrides(description.network(), hyperparameters).apply(options.adjustments, length);
    schedules = next;
    Optimizer rule = options.optimizer;
    boolean forget = !continues(rule);
    parameters.optimizer(rule, forget);
    updates = forget ? 0 : updates;
    optimizer = rule;
    optimizerText = rule.describe();
    examples = m;
    fullBatch = rowsOfFullBatch;
    stepBasis = null;
  }

  /** Returns whether the averages of the optimizer before mean the same to another. */
  private boolean continues(Optimizer rule) {
    return optimizer != null
        && optimizer.name().equals(rule.name())
        && (rule.rateMayChange() || rule.equals(optimizer));
  }

  /** Continues what a model says of its training, except for the optimizer. */
  void restore(Provenance provenance) {
    examples = provenance.examples();
    optimizerText = provenance.optimizer();
    optionTexts = provenance.options();
    acted = provenance.penalties();
  }

  /**
   * Fixes what the gradients of the coming update are combined with. It counts once it is {@link
   * #made}.
   *
   * @throws IllegalStateException if there is no optimizer yet
   */
  void begin(int batchRows) {
    if (optimizer == null) {
      throw new IllegalStateException(
          description.network()
              + ": a step needs an optimizer; call prepare(Training.online().optimizer(...))"
              + " before step, or fit.");
    }
    if (stepBasis == null || stepBasis.batchRows() != batchRows) {
      stepBasis = basis(examples, batchRows);
    }
    double rateFactor = schedules.learningRateFactor();
    List<LearnedParameter> all = parameters.parameters();
    for (int i = 0; i < all.size(); i++) { // an iterator is made wherever C2 does not inline begin
      all.get(i).begin(updates + 1, stepBasis, rateFactor);
    }
  }

  /** Counts the update that has begun; one that something thrown has ended is not counted. */
  void made() {
    updates++;
  }

  private PenaltyBasis basis(double m, int batchRows) {
    return new PenaltyBasis(m, batchRows, description.loss(), description.outputs());
  }

  /** Returns the penalties for the weights as they are. */
  Penalties penalties() {
    return new Penalties(parameters.parameters(), basis(examples, fullBatch));
  }

  /** Returns the penalties of the last run with the strengths that acted last. */
  List<PenaltyRecord> acted(Activities activities) {
    if (optimizer == null) {
      return acted;
    }
    List<PenaltyRecord> records = new ArrayList<>(penalties().records());
    records.addAll(activities.records());
    return records;
  }

  /** Returns what a reader should know of the penalties, and which numbers change with time. */
  List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>(penalties().remarks(optimizer));
    if (parameters.average() != null) {
      remarks.addAll(penalties().ofAverages());
    }
    remarks.addAll(schedules.remarks());
    return remarks;
  }

  /** Returns the schedules of the run. */
  RunSchedules schedules() {
    return schedules;
  }

  /** Returns the learning rate of the coming update. */
  double learningRate() {
    return optimizer.learningRate() * schedules.learningRateFactor();
  }

  /** Returns the optimizer; null before the first run. */
  Optimizer optimizer() {
    return optimizer;
  }

  /** Returns what the last run was told beside its optimizer, as text. */
  SortedMap<String, String> optionTexts() {
    return optionTexts;
  }

  void optionTexts(SortedMap<String, String> told) {
    optionTexts = told;
  }

  /** Returns the optimizer in words, that of a restored model too; empty if there was none. */
  String optimizerText() {
    return optimizerText;
  }

  double examples() {
    return examples;
  }

  /** Returns how many updates the optimizer's averages have seen. */
  long updates() {
    return updates;
  }

  /** Returns to an earlier number of updates. */
  void rewind(long earlier) {
    updates = earlier;
  }
}

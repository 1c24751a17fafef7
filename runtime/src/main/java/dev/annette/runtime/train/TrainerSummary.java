package dev.annette.runtime.train;

import dev.annette.runtime.model.ModelSummary;
import java.util.Locale;

/** What is known of a trainer, as text. */
public final class TrainerSummary implements ValueVisitor {
  /** Numbers in the arrays of the batch, the loss of each row included. */
  private long ofBatch;

  private long rows;

  private TrainerSummary() {}

  /**
   * Returns what is known of a network when it is compiled, followed by what its training has come
   * to and the memory that it uses.
   *
   * @param structure the text known then
   */
  public static String of(String structure, NetworkTrainer<?> trainer) {
    String training = ModelSummary.training(trainer.model().provenance());
    return structure + training + (training.isEmpty() ? "" : memory(trainer));
  }

  private static String memory(NetworkTrainer<?> trainer) {
    TrainerSummary batch = new TrainerSummary();
    trainer.inspect(batch);
    ParameterSet parameters = trainer.state().parameters();
    long tensors = parameters.tensors().stream().mapToLong(tensor -> tensor.length).sum();
    long optimizer = 0;
    for (LearnedParameter parameter : parameters.parameters()) {
      optimizer += (long) parameter.state().length * parameter.values().length;
    }
    return "memory: %s bytes of parameters, %s of the optimizer, %s for batches of %s rows\n"
        .formatted(
            bytes(tensors),
            bytes(optimizer),
            bytes(batch.ofBatch + batch.rows),
            String.format(Locale.ROOT, "%,d", batch.rows));
  }

  @Override
  public void visit(String name, float[] values, int batchRows, int units) {
    ofBatch += values.length;
    rows = values.length / units;
  }

  private static String bytes(long numbers) {
    return String.format(Locale.ROOT, "%,d", Float.BYTES * numbers);
  }
}

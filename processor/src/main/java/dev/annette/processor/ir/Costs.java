package dev.annette.processor.ir;

/**
 * What a network costs: its own numbers, and those that its operations state.
 *
 * @param training the program that trains, with its arrays planned
 * @param prediction the program that predicts, likewise
 */
public record Costs(Program training, Program prediction) {
  /** Returns how many numbers are learned. */
  public long learned() {
    return training.parameters().stream()
        .map(Parameter::value)
        .filter(value -> value.role() == Value.Role.LEARNED)
        .mapToLong(Value::size)
        .sum();
  }

  /** Returns the numbers that a model holds: what is learned and measured, and what it folds. */
  public long ofModel() {
    return kept(prediction);
  }

  /** Returns the numbers that a trainer holds, without the optimizer's. */
  public long ofTrainer() {
    return kept(training);
  }

  private static long kept(Program program) {
    long parameters =
        program.parameters().stream().mapToLong(parameter -> parameter.value().size()).sum();
    long held = program.held().stream().mapToLong(Held::size).sum();
    return parameters + held + program.columns().stream().mapToLong(Value::size).sum();
  }

  /** Returns the numbers that a trainer holds for each row of a batch, its loss included. */
  public long perRow() {
    return 1 + training.arrays().stream().mapToLong(Value::size).sum();
  }

  /** Returns the multiply-adds by which a layer predicts a row. */
  public long toPredict(String layer) {
    return forward(prediction, layer);
  }

  /** Returns the multiply-adds by which a layer learns from a row: forward and backward. */
  public long toTrain(String layer) {
    long backward = 0;
    for (BackwardStep back : training.backward()) {
      if (back.step().layer().equals(layer)) {
        backward += back.products() * multiplyAdds(back.step());
      }
    }
    return forward(training, layer) + backward;
  }

  private static long forward(Program program, String layer) {
    return program.forward().stream()
        .filter(step -> step.layer().equals(layer))
        .mapToLong(Costs::multiplyAdds)
        .sum();
  }

  private static long multiplyAdds(Step step) {
    return step.op().multiplyAdds(step.operands());
  }
}

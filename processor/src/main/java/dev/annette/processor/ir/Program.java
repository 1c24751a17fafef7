package dev.annette.processor.ir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a network computes, stage by stage.
 *
 * @param declaration what the user declared
 * @param constants the numbers of the declaration
 * @param hypers those that a run can override
 * @param randoms the streams of random numbers
 * @param parameters the learned and fitted values, in the order of the model file
 * @param input a row of features
 * @param forward the steps from features to the loss
 * @param link the step from logits to probabilities, or null where the outputs are the predictions
 * @param loss the comparison with the targets; null in a program that only predicts
 * @param backward the steps in reverse; empty before differentiation
 * @param homes for each value per row: the value whose array holds it; empty before planning
 */
public record Program(
    Declaration declaration,
    List<Constant> constants,
    List<Hyper> hypers,
    List<RandomStream> randoms,
    List<Parameter> parameters,
    Value input,
    List<Step> forward,
    Step link,
    LossStep loss,
    List<BackwardStep> backward,
    Map<Value, Value> homes) {
  /** Copies the lists; the map keeps its order. */
  public Program {
    constants = List.copyOf(constants);
    hypers = List.copyOf(hypers);
    randoms = List.copyOf(randoms);
    parameters = List.copyOf(parameters);
    forward = List.copyOf(forward);
    backward = List.copyOf(backward);
  }

  /** Returns the program with other steps before the loss, and another loss. */
  public Program withForward(List<Step> steps, LossStep lossStep) {
    return new Program(
        declaration,
        constants,
        hypers,
        randoms,
        parameters,
        input,
        steps,
        link,
        lossStep,
        backward,
        homes);
  }

  /** Returns the program with its steps in reverse. */
  public Program withBackward(List<BackwardStep> steps) {
    return new Program(
        declaration,
        constants,
        hypers,
        randoms,
        parameters,
        input,
        forward,
        link,
        loss,
        steps,
        homes);
  }

  /** Returns the program with arrays for its values. */
  public Program withHomes(Map<Value, Value> planned) {
    return new Program(
        declaration,
        constants,
        hypers,
        randoms,
        parameters,
        input,
        forward,
        link,
        loss,
        backward,
        planned);
  }

  /** Returns the value whose array holds a value; learned values hold themselves. */
  public Value home(Value value) {
    return homes.getOrDefault(value, value);
  }

  /**
   * Returns the values that have an array with a row for each row of the batch, in order of use.
   */
  public Set<Value> arrays() {
    Set<Value> arrays = new LinkedHashSet<>(homes.values());
    arrays.remove(input);
    return arrays;
  }

  /** Returns the vectors of all steps, a number for each column. */
  public List<Value> columns() {
    return forward.stream().flatMap(step -> step.columns().stream()).toList();
  }

  /** Returns the objects that a trainer keeps, those that others are made of first. */
  public List<Held> held() {
    return forward.stream()
        .flatMap(step -> step.op().holds().stream())
        .sorted(Comparator.comparing(Held::refersToOthers))
        .toList();
  }

  /**
   * Returns how many steps come before the first that draws random numbers: all where none does.
   */
  public int stepsBeforeDraws() {
    for (int i = 0; i < forward.size(); i++) {
      if (forward.get(i).draws()) {
        return i;
      }
    }
    return forward.size();
  }

  /** Returns whether a step draws random numbers. */
  public boolean draws() {
    return stepsBeforeDraws() < forward.size();
  }

  /** Returns the value that a loss or a prediction starts from: logits, or the outputs. */
  public Value outputs() {
    return link == null ? last(forward) : link.input();
  }

  private static Value last(List<Step> steps) {
    return steps.get(steps.size() - 1).output();
  }

  /** Returns the strengths of the penalties on rows, in order. */
  public List<Hyper> rowPenalties() {
    return forward.stream().flatMap(step -> step.op().rowPenalty().stream()).toList();
  }

  /** Returns the weights that the forward steps read as matrices that may be pruned. */
  public Set<Value> matrices() {
    Set<Value> matrices = new LinkedHashSet<>();
    for (Step step : forward) {
      for (KernelCall call : step.op().forward(step.operands())) {
        for (Operand operand : call.operands()) {
          if (operand instanceof Operand.Matrix matrix) {
            matrices.add(matrix.weights());
          }
        }
      }
    }
    return matrices;
  }

  /** Returns the parameters of a layer. */
  public List<Parameter> parametersOf(String layer) {
    return parameters.stream().filter(p -> p.value().layer().equals(layer)).toList();
  }

  /** Returns the names of the layers that have steps, in order. */
  public List<String> layers() {
    Set<String> names = new LinkedHashSet<>();
    for (Step step : forward) {
      names.add(step.layer());
    }
    return new ArrayList<>(names);
  }

  @Override
  public String toString() {
    return ProgramText.of(this);
  }
}

package dev.annette.processor.pass;

import dev.annette.processor.ir.BackwardStep;
import dev.annette.processor.ir.Held;
import dev.annette.processor.ir.Kept;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules that every program keeps, found by running it on names instead of numbers: each array
 * holds the name of the value that was last written to it.
 *
 * <ul>
 *   <li>nothing is read before it is written, or after it was overwritten;
 *   <li>the backward pass finds everything that its operations said they keep, and the updates
 *       after it do too;
 *   <li>a step overwrites what it reads only if its operation works in place;
 *   <li>without a loss, what is computed before the first draw is there for every further draw;
 *   <li>an object that a trainer keeps is kept by one step, and none is read that no step keeps;
 *   <li>every learned value gets its gradient from exactly one step;
 *   <li>an array has room for every value that it holds in turn.
 * </ul>
 */
public final class ProgramCheck {
  private final Program program;
  private final Map<Value, Value> holds = new HashMap<>();

  /** The steps that have overwritten an array since a value was written to it. */
  private final Map<Value, List<Step>> overwrites = new HashMap<>();

  /** The values that were written to an array. */
  private final Map<Value, Set<Value>> written = new HashMap<>();

  private final Set<Value> declared = new HashSet<>();

  private ProgramCheck(Program program) {
    this.program = program;
    program.parameters().forEach(parameter -> declared.add(parameter.value()));
  }

  /**
   * Returns the program if it keeps the rules.
   *
   * @throws IllegalStateException if it does not, which is a fault of a pass
   */
  public static Program verify(Program program) {
    ProgramCheck check = new ProgramCheck(program);
    check.held();
    check.forward();
    if (program.loss() != null && !program.backward().isEmpty()) {
      check.backward();
    }
    return program;
  }

  private void held() {
    List<Held> held = program.held();
    for (Held object : held) {
      long keepers = held.stream().filter(other -> other.name().equals(object.name())).count();
      require(keepers == 1, null, object.name() + " is kept by " + keepers + " steps");
    }
    for (Step step : program.forward()) {
      Stream.of(
              step.op().draw(step.operands()),
              step.op().prepare(step.operands()),
              step.op().forward(step.operands()),
              step.op().holds().stream()
                  .map(Held::made)
                  .map(made -> new KernelCall(null, made.arguments()))
                  .toList())
          .flatMap(List::stream)
          .flatMap(call -> call.operands().stream())
          .filter(Operand.HeldObject.class::isInstance)
          .map(operand -> ((Operand.HeldObject) operand).held())
          .forEach(
              object ->
                  require(held.contains(object), step, object.name() + " is kept by no step"));
    }
  }

  private void forward() {
    write(program.input());
    for (Step step : program.forward()) {
      require(holding(step.input()), step, "reads " + step.input().name() + ", which is not there");
      for (Value parameter : step.parameters()) {
        require(isDeclared(parameter), step, "reads the unknown parameter " + parameter.name());
      }
      Value home = program.home(step.output());
      require(
          step.op().inPlace() || !home.equals(program.home(step.input())),
          step,
          "overwrites " + step.input().name() + " while it reads it");
      written.getOrDefault(home, Set.of()).forEach(value -> overwrites.get(value).add(step));
      write(step.output());
      if (step.mask() != null) {
        write(step.mask());
      }
    }
    if (program.loss() != null) {
      require(holding(program.loss().outputs()), null, "the loss reads outputs that are not there");
    } else {
      drawAgain();
    }
  }

  /** Runs what follows the first draw once more, as every draw does. */
  private void drawAgain() {
    int first = program.stepsBeforeDraws();
    for (Step step : program.forward().subList(first, program.forward().size())) {
      require(holding(step.input()), step, "draws from " + step.input().name() + ", which is lost");
      write(step.output());
    }
  }

  private void backward() {
    write(program.loss().outputs().gradient());
    Map<Value, Integer> gradients = new HashMap<>();
    for (BackwardStep backward : program.backward()) {
      Step step = backward.step();
      require(
          holding(step.output().gradient()), step, "lacks the gradient of " + step.output().name());
      for (Kept kept : step.op().keeps()) {
        require(survives(step, kept, backward), step, "finds its " + kept + " overwritten");
      }
      if (backward.needsInputGradient()) {
        checkPlace(step);
        write(step.input().gradient());
      }
      step.parameters().stream()
          .filter(parameter -> parameter.role() == Value.Role.LEARNED)
          .forEach(parameter -> gradients.merge(parameter, 1, Integer::sum));
    }
    for (BackwardStep backward : program.backward()) {
      Step step = backward.step();
      if (step.parameters().stream().anyMatch(this::isLearned)) {
        require(holding(step.output().gradient()), step, "lost the gradient that its update reads");
        require(
            !step.op().keeps().contains(Kept.INPUT) || holding(step.input()),
            step,
            "lost the input that its update reads");
      }
    }
    for (Parameter parameter : program.parameters()) {
      if (isLearned(parameter.value())) {
        int count = gradients.getOrDefault(parameter.value(), 0);
        require(count == 1, null, parameter.value().name() + " has " + count + " gradients");
      }
    }
  }

  /** A step that works in place has one array for both gradients, any other step has two. */
  private void checkPlace(Step step) {
    Value in = step.input().gradient();
    Value out = step.output().gradient();
    boolean isShared = program.homes().isEmpty() || program.home(in).equals(program.home(out));
    if (step.op().inPlace()) {
      require(isShared, step, "leaves " + in.name() + " in the array of " + out.name());
    } else {
      require(
          program.homes().isEmpty() || !isShared,
          step,
          "overwrites " + out.name() + " while it reads it");
    }
  }

  private boolean survives(Step step, Kept kept, BackwardStep backward) {
    return switch (kept) {
      case INPUT -> holding(step.input());
      case OUTPUT -> !backward.needsInputGradient() || holding(step.output());
      case OUTPUT_SIGN ->
          overwrites.get(step.output()).stream().allMatch(over -> over.op().preservesSign());
      case MASK -> holding(step.mask());
    };
  }

  private void write(Value value) {
    Value home = program.home(value);
    require(
        home.width().size() == value.width().size(),
        null,
        value.name()
            + " "
            + value.shapeText()
            + " is in the array of "
            + home.name()
            + " "
            + home.shapeText());
    holds.put(home, value);
    overwrites.put(value, new ArrayList<>());
    written.computeIfAbsent(home, array -> new LinkedHashSet<>()).add(value);
  }

  private boolean holding(Value value) {
    return value.equals(holds.get(program.home(value)));
  }

  private boolean isDeclared(Value value) {
    return declared.contains(value);
  }

  private boolean isLearned(Value value) {
    return value.role() == Value.Role.LEARNED;
  }

  private static void require(boolean holds, Step step, String message) {
    if (!holds) {
      throw new IllegalStateException(
          step == null
              ? message
              : step.output().name() + " = " + step.op().name() + ": " + message);
    }
  }
}

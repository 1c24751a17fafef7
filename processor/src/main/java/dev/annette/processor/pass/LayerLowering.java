package dev.annette.processor.pass;

import dev.annette.Initializer;
import dev.annette.PenaltyScaling;
import dev.annette.processor.ir.ActivationSpec;
import dev.annette.processor.ir.Connection;
import dev.annette.processor.ir.Constant;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.InitSpec;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Op;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Penalty;
import dev.annette.processor.ir.RandomStream;
import dev.annette.processor.ir.RuntimeObject;
import dev.annette.processor.ir.Step;
import dev.annette.processor.ir.Value;
import dev.annette.processor.ir.Width;
import dev.annette.processor.op.ActivationOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One layer while it is lowered. Its last step's output takes the layer's name. */
final class LayerLowering implements LayerBuilder {
  private final LayerDeclaration layer;
  private final ProgramBuilder program;
  private final List<Step> steps = new ArrayList<>();
  private Value current;

  LayerLowering(LayerDeclaration layer, Value input, ProgramBuilder program) {
    this.layer = layer;
    this.program = program;
    this.current = input;
  }

  /** Adds the layer's activation. */
  void activate(ActivationSpec activation) {
    Constant parameter =
        activation.attribute().isEmpty()
            ? null
            : constant(activation.attribute(), activation.parameter(), activation.source());
    apply(new ActivationOp(activation.activation(), parameter), current.width());
  }

  /** Hands the steps to the program and returns the layer's output. */
  Value finish() {
    if (steps.isEmpty()) {
      return current;
    }
    Step last = steps.remove(steps.size() - 1);
    Value output =
        Value.perRow(layer.name(), Value.Role.ACTIVATION, last.output().width(), layer.name());
    steps.forEach(program::add);
    program.add(new Step(last.op(), last.input(), last.parameters(), last.mask(), output));
    return output;
  }

  @Override
  public Width inputWidth() {
    return current.width();
  }

  @Override
  public Width width(String name, int size, String source) {
    return new Width(constant(name, size, source).name(), size);
  }

  @Override
  public Constant constant(String name, Number value, String source) {
    return program.add(new Constant(constantName(name), value, source, layer.name()));
  }

  @Override
  public Hyper hyper(String attribute, double value, String rule, String source) {
    Constant constant = new Constant(constantName(attribute), value, source, layer.name());
    return program.hyper(
        layer.name(), attribute, new Hyper(layer.name(), attribute, constant, rule));
  }

  @Override
  public RandomStream random(String purpose) {
    RandomStream stream = new RandomStream(layer.name(), purpose);
    program.add(stream);
    return stream;
  }

  @Override
  public PenaltyScaling scaling(PenaltyScaling declared) {
    return Lowering.scaling(declared, program.declaration());
  }

  @Override
  public Value weights(String name, Width rows, Width columns, Initializer initializer) {
    Value value =
        new Value(layer.name() + "." + name, Value.Role.LEARNED, rows, columns, layer.name());
    learn(value, Parameter.Role.WEIGHT, initializer);
    return value;
  }

  @Override
  public Value bias(String name, Width width) {
    Value value =
        new Value(layer.name() + "." + name, Value.Role.LEARNED, null, width, layer.name());
    learn(value, Parameter.Role.BIAS, Initializer.ZEROS);
    return value;
  }

  @Override
  public Value gain(String name, Width width) {
    Value value =
        new Value(layer.name() + "." + name, Value.Role.LEARNED, null, width, layer.name());
    learn(value, Parameter.Role.GAIN, Initializer.ONES);
    return value;
  }

  @Override
  public Value embedding(String name, Width categories, Width dims) {
    Value value =
        new Value(layer.name() + "." + name, Value.Role.LEARNED, categories, dims, layer.name());
    learn(value, Parameter.Role.EMBEDDING, Initializer.STANDARD_NORMAL);
    return value;
  }

  @Override
  public Value running(String name, Width width, Initializer start) {
    Value value =
        new Value(layer.name() + "." + name, Value.Role.RUNNING, null, width, layer.name());
    program.add(
        new Parameter(value, Parameter.Role.STATISTIC, InitSpec.of(start), List.of(), List.of()));
    return value;
  }

  @Override
  public Value statistic(String name, Width width) {
    Value value =
        new Value(layer.name() + "." + name, Value.Role.STATISTIC, null, width, layer.name());
    program.add(new Parameter(value, Parameter.Role.STATISTIC, null, List.of(), List.of()));
    return value;
  }

  @Override
  public void apply(Op op, Width output, Value... parameters) {
    String name = layer.name() + "." + op.name();
    for (int i = 2; isTaken(name); i++) {
      name = layer.name() + "." + op.name() + i;
    }
    Value result = Value.perRow(name, Value.Role.ACTIVATION, output, layer.name());
    Value mask = op.leavesMask() ? mask(op, output) : null;
    steps.add(new Step(op, current, List.of(parameters), mask, result));
    current = result;
  }

  @Override
  public void connect(Op op, Width output, Value... parameters) {
    Optional<Connection> other =
        layer.modifiers().stream()
            .map(modifier -> modifier.connection(this))
            .flatMap(Optional::stream)
            .findFirst();
    List<Value> read = new ArrayList<>(List.of(parameters));
    other.ifPresent(connection -> read.addAll(connection.more()));
    apply(other.map(Connection::op).orElse(op), output, read.toArray(Value[]::new));
  }

  private boolean isTaken(String name) {
    return steps.stream().anyMatch(step -> step.output().name().equals(name));
  }

  private Value mask(Op op, Width width) {
    String name = layer.name() + "." + op.maskName();
    return Value.perRow(name, Value.Role.MASK, width, layer.name());
  }

  private void learn(Value value, Parameter.Role role, Initializer initializer) {
    InitSpec init =
        layer.modifiers().stream()
            .map(modifier -> modifier.init(role, this))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(InitSpec.of(initializer));
    List<Penalty> penalties = new ArrayList<>();
    List<RuntimeObject> constraints = new ArrayList<>();
    for (ModifierSpec modifier : layer.modifiers()) {
      modifier.penalty(role, value, this).ifPresent(penalties::add);
      modifier.constraint(role, value, this).ifPresent(constraints::add);
    }
    program.add(new Parameter(value, role, init, penalties, constraints));
  }

  private String constantName(String name) {
    return ConstantName.of(layer.name() + " " + name).toUpperCase(Locale.ROOT);
  }
}

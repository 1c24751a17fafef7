package dev.annette.processor.pass;

import dev.annette.processor.ir.Constant;
import dev.annette.processor.ir.Declaration;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.RandomStream;
import dev.annette.processor.ir.Step;
import dev.annette.processor.ir.Width;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lowering has gathered so far. */
final class ProgramBuilder {
  private final Declaration declaration;
  private final Map<String, Constant> constants = new LinkedHashMap<>();
  private final Map<String, Hyper> hypers = new LinkedHashMap<>();
  private final Set<RandomStream> randoms = new LinkedHashSet<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  ProgramBuilder(Declaration declaration) {
    this.declaration = declaration;
  }

  Declaration declaration() {
    return declaration;
  }

  /** Returns the width of the input, as a constant of the network. */
  Width inputWidth(String name, int size, String source) {
    networkConstant(name, size, source);
    return new Width(name, size);
  }

  /** Returns a constant that belongs to no layer. */
  Constant networkConstant(String name, Number value, String source) {
    return add(new Constant(name, value, source, ""));
  }

  /** Adds a constant under a name that no other has, and returns it. */
  Constant add(Constant constant) {
    String name = constant.name();
    for (int i = 2; constants.containsKey(name); i++) {
      name = constant.name() + "_" + i;
    }
    Constant added = new Constant(name, constant.value(), constant.source(), constant.layer());
    constants.put(name, added);
    return added;
  }

  /** Returns the overridable number of a layer, added once for each attribute. */
  Hyper hyper(String layer, String attribute, Hyper hyper) {
    return hypers.computeIfAbsent(
        layer + " " + attribute,
        key -> new Hyper(layer, attribute, add(hyper.constant()), hyper.rule()));
  }

  void add(RandomStream random) {
    randoms.add(random);
  }

  void add(Parameter parameter) {
    parameters.add(parameter);
  }

  void add(Step step) {
    steps.add(step);
  }

  List<Constant> constants() {
    return new ArrayList<>(constants.values());
  }

  List<Hyper> hypers() {
    return new ArrayList<>(hypers.values());
  }

  List<RandomStream> randoms() {
    return new ArrayList<>(randoms);
  }

  List<Parameter> parameters() {
    return parameters;
  }

  List<Step> steps() {
    return steps;
  }
}

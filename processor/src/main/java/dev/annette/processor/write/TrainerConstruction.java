package dev.annette.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.CamelCase;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.InitSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** How a trainer comes to be: from a seed, or from a model. */
final class TrainerConstruction {
  private final Names names;
  private final Program program;

  /** What gives the fields their values; empty where they have them by themselves. */
  private final List<CodeBlock> assignments;

  TrainerConstruction(Names names, List<CodeBlock> assignments) {
    this.names = names;
    this.program = names.program();
    this.assignments = assignments;
  }

  void addTo(TypeSpec.Builder type) {
    addConstructor(type);
    type.addMethod(create());
    type.addMethod(from());
    type.addMethod(fresh());
    Members.addCalls(type, initialize(), "initialize", this::initialize, "", initializers());
    type.addMethod(key());
  }

  /** Adds the constructor, and a method that does most of its work where there is much of it. */
  private void addConstructor(TypeSpec.Builder type) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(long.class, "seed")
            .addStatement(
                "state = new $T($T.DESCRIPTION, seed, WORK_PER_ROW)",
                RuntimeNames.TRAINING_STATE,
                names.model());
    List<CodeBlock> last = new ArrayList<>(assignments);
    last.addAll(hyperparameters());
    last.addAll(keys());
    if (!assignments.isEmpty()) {
      constructor.addStatement("assemble()");
    }
    registrations().forEach(constructor::addStatement);
    if (assignments.isEmpty()) {
      last.forEach(constructor::addStatement);
    }
    type.addMethod(constructor.build());
    if (!assignments.isEmpty()) {
      Members.addCalls(type, assemble(), "assemble", TrainerConstruction::assemble, "", last);
    }
  }

  private static MethodSpec.Builder assemble() {
    return MethodSpec.methodBuilder("assemble").addModifiers(Modifier.PRIVATE);
  }

  /** Returns the calls that tell the state what is measured and what is learned. */
  private List<CodeBlock> registrations() {
    Set<String> statistics = new LinkedHashSet<>();
    List<CodeBlock> running = new ArrayList<>();
    List<CodeBlock> learned = new ArrayList<>();
    for (Parameter parameter : program.parameters()) {
      if (parameter.value().role() == Value.Role.STATISTIC) {
        statistics.add(names.statistics(parameter.value().layer()));
      } else if (parameter.value().role() == Value.Role.RUNNING) {
        running.add(CodeBlock.of("$L", names.sink(parameter.value())));
      } else {
        learned.add(CodeBlock.of("$L", names.sink(parameter.value())));
      }
    }
    List<CodeBlock> calls = new ArrayList<>();
    statistics.forEach(name -> calls.add(CodeBlock.of("state.statistics($L)", name)));
    if (!running.isEmpty()) {
      calls.add(CodeBlock.of("state.running($L)", CodeBlock.join(running, ",$W")));
    }
    for (Hyper strength : program.rowPenalties()) {
      calls.add(CodeBlock.of("state.activities($L)", names.rowPenalty(strength)));
    }
    calls.add(CodeBlock.of("state.parameters($L)", CodeBlock.join(learned, ",$W")));
    return calls;
  }

  /** Returns the calls that tell the state what a run may override, one for each layer. */
  private List<CodeBlock> hyperparameters() {
    Map<String, List<CodeBlock>> layers = new LinkedHashMap<>();
    for (Hyper hyper : program.hypers()) {
      layers
          .computeIfAbsent(hyper.layer(), layer -> new ArrayList<>())
          .add(CodeBlock.of("$L", names.hyper(hyper)));
    }
    return layers.values().stream()
        .map(hypers -> CodeBlock.of("state.hyperparameters($L)", CodeBlock.join(hypers, ",$W")))
        .toList();
  }

  private List<CodeBlock> keys() {
    return program.randoms().stream()
        .map(
            random ->
                CodeBlock.of(
                    "$L =$W$T.key(state.seed(), $T.$L,$W$S)",
                    names.key(random),
                    RuntimeNames.COUNTER_RANDOM,
                    RuntimeNames.PURPOSE,
                    random.purpose(),
                    random.layer()))
        .toList();
  }

  private MethodSpec create() {
    return MethodSpec.methodBuilder("create")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc(
            "Returns an untrained network.\n\n"
                + "@param seed decides every random number: how weights start, the order of rows, what"
                + "\n    dropout leaves out; the same seed and data give the same bits\n")
        .addParameter(long.class, "seed")
        .returns(names.trainer())
        .addStatement("$T trainer = new $T(seed)", names.trainer(), names.trainer())
        .addStatement("trainer.initialize()")
        .addStatement("return trainer")
        .build();
  }

  private MethodSpec from() {
    return MethodSpec.methodBuilder("from")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc(
            "Returns a trainer that goes on where a model stands, with its seed, steps and history."
                + "\nThe optimizer starts anew.\n")
        .addParameter(names.model(), "model")
        .returns(names.trainer())
        .addStatement(
            "$T trainer = new $T(model.provenance().seed())", names.trainer(), names.trainer())
        .addStatement("trainer.state.restore(model.content())")
        .addStatement("return trainer")
        .build();
  }

  private MethodSpec fresh() {
    return MethodSpec.methodBuilder("fresh")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(long.class, "seed")
        .returns(names.trainer())
        .addStatement("return create(seed)")
        .build();
  }

  private MethodSpec.Builder initialize() {
    return MethodSpec.methodBuilder("initialize").addModifiers(Modifier.PRIVATE);
  }

  private List<CodeBlock> initializers() {
    List<CodeBlock> fills = new ArrayList<>();
    for (Parameter parameter : program.parameters()) {
      if (parameter.init() != null) {
        fills.add(fill(parameter.value(), parameter.init()));
      }
    }
    return fills;
  }

  private CodeBlock fill(Value value, InitSpec init) {
    CodeBlock constant =
        init.constant() == null
            ? CodeBlock.of("")
            : CodeBlock.of("(float) $L,$W", init.constant().name());
    return CodeBlock.of(
        "$T.fill($L,$W$L,$W$L,$W$Lkey($S))",
        RuntimeNames.init(CamelCase.upper(init.initializer())),
        names.array(value),
        value.rows() == null ? "1" : value.rows().constant(),
        value.width().constant(),
        constant,
        value.name());
  }

  private static MethodSpec key() {
    return MethodSpec.methodBuilder("key")
        .addModifiers(Modifier.PRIVATE)
        .addJavadoc("Returns the key of the random numbers that a parameter starts with.\n")
        .addParameter(String.class, "parameter")
        .returns(long.class)
        .addStatement(
            "return $T.key(state.seed(), $T.INITIALIZATION, parameter)",
            RuntimeNames.COUNTER_RANDOM,
            RuntimeNames.PURPOSE)
        .build();
  }
}

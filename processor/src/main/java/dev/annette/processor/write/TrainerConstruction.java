package dev.annette.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.CamelCase;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.InitSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.RandomStream;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** How a trainer comes to be: from a seed, or from a model. */
final class TrainerConstruction {
  private final Names names;
  private final Program program;

  TrainerConstruction(Names names) {
    this.names = names;
    this.program = names.program();
  }

  void addTo(TypeSpec.Builder type) {
    type.addMethod(constructor());
    type.addMethod(create());
    type.addMethod(from());
    type.addMethod(fresh());
    Members.addCalls(type, initialize(), "initialize", this::initialize, "", initializers());
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(long.class, "seed")
            .addStatement(
                "state = new $T($T.DESCRIPTION,$Wseed,$WWORK_PER_ROW)",
                RuntimeNames.TRAINING_STATE,
                names.model());
    Set<String> statistics = new LinkedHashSet<>();
    List<String> learned = new ArrayList<>();
    for (Parameter parameter : program.parameters()) {
      if (parameter.role() == Parameter.Role.STATISTIC) {
        statistics.add(names.statistics(parameter.value().layer()));
      } else {
        learned.add(names.sink(parameter.value()));
      }
    }
    statistics.forEach(name -> constructor.addStatement("state.statistics($L)", name));
    constructor.addStatement(
        "state.parameters($L)",
        learned.stream().map(name -> CodeBlock.of("$L", name)).collect(CodeBlock.joining(",$W")));
    for (Hyper hyper : program.hypers()) {
      constructor.addStatement("state.hyperparameters($L)", names.hyper(hyper));
    }
    for (RandomStream random : program.randoms()) {
      constructor.addStatement(
          "$L = $T.key(seed,$W$T.$L,$W$S)",
          names.key(random),
          RuntimeNames.COUNTER_RANDOM,
          RuntimeNames.PURPOSE,
          random.purpose(),
          random.layer());
    }
    return constructor.build();
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
        "$T.fill($L,$W$L,$W$L,$W$L$T.key(state.seed(),$W$T.INITIALIZATION,$W$S))",
        RuntimeNames.init(CamelCase.upper(init.initializer())),
        names.array(value),
        value.rows() == null ? "1" : value.rows().constant(),
        value.width().constant(),
        constant,
        RuntimeNames.COUNTER_RANDOM,
        RuntimeNames.PURPOSE,
        value.name());
  }
}

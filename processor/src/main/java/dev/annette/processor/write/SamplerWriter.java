package dev.annette.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import dev.annette.processor.write.Phases.LayerMethod;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes a trainer's inner class that predicts with the noise of training. */
final class SamplerWriter {
  private static final String TYPE = "NoisyForward";
  private static final String COMMON = "forwardToNoise";
  private static final String DRAWN = "forwardFromNoise";

  private final Names names;
  private final Program program;
  private final ForwardMembers members;

  SamplerWriter(Names names) {
    this.names = names;
    this.program = names.program();
    this.members = new ForwardMembers(names);
  }

  /** Adds the class {@code NoisyForward}, and the method that makes one. */
  void addTo(TypeSpec.Builder trainer) {
    trainer.addMethod(
        ForwardMembers.override("sampler")
            .addParameter(long.class, "seed")
            .returns(RuntimeNames.SAMPLER)
            .addStatement("return new $L(seed)", TYPE)
            .build());
    trainer.addType(write());
  }

  private TypeSpec write() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(TYPE)
            .addJavadoc(
                "The forward pass with the noise of training, with the working memory of one"
                    + " thread.\n"
                    + "It learns nothing.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .addSuperinterface(RuntimeNames.SAMPLER);
    addFields(type);
    addConstruction(type);
    type.addMethod(take());
    type.addMethod(draw());
    List<LayerMethod> methods = new Phases(names).forward();
    List<LayerMethod> drawn = methods.stream().dropWhile(method -> !draws(method)).toList();
    List<LayerMethod> common = methods.subList(0, methods.size() - drawn.size());
    addCalls(type, COMMON, "What all draws of the rows have in common.", common);
    addCalls(type, DRAWN, "What each draw computes anew.", drawn);
    members.addLayers(type, methods);
    members.addReserve(type, CodeBlock.of(""));
    type.addMethod(key());
    return type.build();
  }

  private static boolean draws(LayerMethod method) {
    return method.steps().stream().anyMatch(Step::draws);
  }

  private void addFields(TypeSpec.Builder type) {
    type.addField(ForwardMembers.scratch());
    type.addField(FieldSpec.builder(long.class, "seed", Modifier.PRIVATE, Modifier.FINAL).build());
    program.columns().forEach(column -> type.addField(Members.vector(column, names)));
    type.addField(
        FieldSpec.builder(long.class, "draw", Modifier.PRIVATE)
            .addJavadoc("The number of the draw at hand.\n")
            .build());
    type.addField(
        FieldSpec.builder(int.class, "rows", Modifier.PRIVATE)
            .addJavadoc("The rows at hand.\n")
            .build());
    type.addField(ForwardMembers.capacity());
    type.addField(members.input());
    members.addArrays(type);
  }

  private void addConstruction(TypeSpec.Builder type) {
    KernelCallPrinter printer = new KernelCallPrinter(names);
    List<CodeBlock> folds =
        program.forward().stream()
            .flatMap(step -> step.op().fold(step.operands()).stream())
            .map(printer::print)
            .toList();
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addParameter(long.class, "seed")
            .addStatement("this.seed = seed");
    if (!folds.isEmpty()) {
      constructor.addStatement("fold()");
    }
    type.addMethod(constructor.build());
    if (!folds.isEmpty()) {
      Members.addCalls(type, fold(), "fold", SamplerWriter::fold, "", folds);
    }
  }

  private static MethodSpec.Builder fold() {
    return MethodSpec.methodBuilder("fold").addModifiers(Modifier.PRIVATE);
  }

  private static MethodSpec take() {
    return ForwardMembers.override("take")
        .addParameter(float[].class, "features")
        .addParameter(int.class, "rows")
        .addStatement("reserve(rows)")
        .addStatement("input = features")
        .addStatement("this.rows = rows")
        .addStatement("$L(0, rows)", COMMON)
        .build();
  }

  private MethodSpec draw() {
    MethodSpec.Builder method =
        ForwardMembers.override("draw")
            .addParameter(long.class, "number")
            .addParameter(float[].class, "outputs")
            .addStatement("draw = number")
            .addStatement("$L(0, rows)", DRAWN);
    if (program.link() != null) {
      method.addStatement("$L(0, rows)", ForwardMembers.LINK);
    }
    return method
        .addStatement(
            "$T.arraycopy($L,$W0,$Woutputs,$W0,$Wrows * $L)",
            System.class,
            names.array(program.outputs()),
            program.outputs().width().constant())
        .build();
  }

  private static void addCalls(
      TypeSpec.Builder type, String name, String comment, List<LayerMethod> methods) {
    Members.addCalls(
        type,
        ForwardMembers.rows(name).addJavadoc("$L\n", comment),
        name,
        () -> ForwardMembers.rows(name),
        "from, to",
        methods.stream().map(method -> CodeBlock.of("$L(from, to)", method.name())).toList());
  }

  private static MethodSpec key() {
    return MethodSpec.methodBuilder("key")
        .addModifiers(Modifier.PRIVATE)
        .addJavadoc(
            "Returns the key of the random numbers of this draw, for a purpose of one layer.\n")
        .addParameter(RuntimeNames.PURPOSE, "purpose")
        .addParameter(String.class, "layer")
        .returns(long.class)
        .addStatement(
            "return $T.keyAt($T.key(seed,$Wpurpose,$Wlayer),$Wdraw)",
            RuntimeNames.COUNTER_RANDOM,
            RuntimeNames.COUNTER_RANDOM)
        .build();
  }
}

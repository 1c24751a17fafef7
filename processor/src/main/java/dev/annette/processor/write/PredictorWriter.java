package dev.annette.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.Program;
import dev.annette.processor.write.Phases.LayerMethod;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the inner class that predicts with working memory of its own. */
final class PredictorWriter {
  private final Names names;
  private final Program program;
  private final ForwardMembers members;

  /** The array of the logits or outputs. */
  private final String last;

  private final String outputs;

  PredictorWriter(Names names) {
    this.names = names;
    this.program = names.program();
    this.members = new ForwardMembers(names);
    this.last = names.array(program.outputs());
    this.outputs = program.outputs().width().constant();
  }

  /** Returns the class {@code Forward}. */
  TypeSpec write() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder("Forward")
            .addJavadoc("The forward pass, with the working memory of one thread.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .addSuperinterface(RuntimeNames.PREDICTOR);
    addFields(type);
    type.addMethod(predictOne());
    type.addMethod(byChunks("predict", program.link() != null));
    type.addMethod(byChunks("logits", false));
    type.addMethod(runChunks());
    List<LayerMethod> methods = new Phases(names).forward();
    List<CodeBlock> calls = new ArrayList<>();
    methods.forEach(method -> calls.add(CodeBlock.of("$L(from, to)", method.name())));
    Members.addCalls(
        type,
        ForwardMembers.rows("forward"),
        "forward",
        () -> ForwardMembers.rows("forward"),
        "from, to",
        calls);
    members.addLayers(type, methods);
    members.addReserve(
        type,
        CodeBlock.builder()
            .addStatement(
                "chunk = $T.allocate(rows,$W$L)",
                RuntimeNames.ROW_ARRAY,
                program.input().width().constant())
            .build());
    return type.build();
  }

  private void addFields(TypeSpec.Builder type) {
    type.addField(
        FieldSpec.builder(
                int.class, "ROWS_AT_A_TIME", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer("256")
            .build());
    type.addField(ForwardMembers.scratch());
    type.addField(ForwardMembers.capacity());
    type.addField(members.input());
    type.addField(
        FieldSpec.builder(float[].class, "chunk", Modifier.PRIVATE)
            .addJavadoc(
                "{@code [rows, $L]}: features copied from a longer array.\n",
                program.input().width().constant())
            .build());
    members.addArrays(type);
  }

  private MethodSpec predictOne() {
    MethodSpec.Builder method =
        ForwardMembers.override("predict")
            .addParameter(float[].class, "features")
            .addParameter(float[].class, "outputs")
            .addStatement(
                "$T.requireRows($S,$Wfeatures,$W1,$W$L)",
                RuntimeNames.INPUTS,
                names.network().simpleName(),
                program.input().width().constant())
            .addStatement("$T.requireRoom(outputs,$W1,$W$L)", RuntimeNames.INPUTS, outputs)
            .addStatement("reserve(1)")
            .addStatement("input = features")
            .addStatement("forward(0,$W1)");
    if (program.link() != null) {
      method.addStatement("$L(0, 1)", ForwardMembers.LINK);
    }
    return method
        .addStatement("$T.arraycopy($L,$W0,$Woutputs,$W0,$W$L)", System.class, last, outputs)
        .build();
  }

  private MethodSpec byChunks(String name, boolean links) {
    return ForwardMembers.override(name)
        .addParameter(float[].class, "inputs")
        .addParameter(int.class, "rows")
        .addParameter(float[].class, "outputs")
        .addStatement("runChunks(inputs,$Wrows,$Woutputs,$W$L)", links)
        .build();
  }

  private MethodSpec runChunks() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("runChunks")
            .addModifiers(Modifier.PRIVATE)
            .addParameter(float[].class, "inputs")
            .addParameter(int.class, "rows")
            .addParameter(float[].class, "outputs")
            .addParameter(boolean.class, "linked")
            .addStatement(
                "$T.requireRows($S,$Winputs,$Wrows,$W$L)",
                RuntimeNames.INPUTS,
                names.network().simpleName(),
                program.input().width().constant())
            .addStatement("$T.requireRoom(outputs,$Wrows,$W$L)", RuntimeNames.INPUTS, outputs)
            .addStatement("reserve($T.min(rows,$WROWS_AT_A_TIME))", Math.class)
            .addStatement("input = chunk")
            .beginControlFlow("for (int row = 0; row < rows; row += capacity)")
            .addStatement("int count = $T.min(capacity,$Wrows - row)", Math.class)
            .addStatement(
                "$T.arraycopy(inputs,$Wrow * $L,$Wchunk,$W0,$Wcount * $L)",
                System.class,
                program.input().width().constant(),
                program.input().width().constant())
            .addStatement("forward(0,$Wcount)");
    if (program.link() != null) {
      method
          .beginControlFlow("if (linked)")
          .addStatement("$L(0, count)", ForwardMembers.LINK)
          .endControlFlow();
    }
    return method
        .addStatement(
            "$T.arraycopy($L,$W0,$Woutputs,$Wrow * $L,$Wcount * $L)",
            System.class,
            last,
            outputs,
            outputs)
        .endControlFlow()
        .build();
  }
}

package dev.annette.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.Constant;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import dev.annette.processor.ir.Value;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the class that predicts: immutable, saved and loaded, without anything that only trains.
 */
final class ModelWriter {
  private final Names names;
  private final Program program;

  private ModelWriter(Names names) {
    this.names = names;
    this.program = names.program();
  }

  /**
   * Returns the model.
   *
   * @param summary the lines of the network's summary
   */
  static TypeSpec write(Names names, List<String> summary) {
    ModelWriter writer = new ModelWriter(names);
    TypeSpec.Builder type =
        Members.type(
                names.model(),
                names,
                CodeBlock.builder().addStatement("DESCRIPTION = describe()").build())
            .addJavadoc(
                "Predicts with the network that {@link $T} describes. Edit that class, not this"
                    + " file.\n\n<pre>\n$L</pre>\n\n<pre>\n$L</pre>\n\n",
                names.networkClass(),
                Javadoc.table(writer.program),
                Javadoc.preformatted(summary))
            .addJavadoc(
                "A model never changes and may be shared by threads. Each call here makes working"
                    + "\nmemory of its own; {@link #predictor()} keeps it for many calls of one"
                    + " thread.\n")
            .addSuperinterface(RuntimeNames.NETWORK_MODEL);
    writer.addFields(type, summary);
    writer.addConstruction(type);
    new ModelFiles(names).addTo(type);
    new Answers(names).addTo(type);
    writer.program.declaration().rows().ifPresent(rows -> new RowAnswers(names, rows).addTo(type));
    writer.addAccess(type);
    new DescriptionWriter(names).addTo(type);
    type.addType(new PredictorWriter(names).write());
    return type.build();
  }

  private void addFields(TypeSpec.Builder type, List<String> summary) {
    type.addField(
        FieldSpec.builder(
                RuntimeNames.NETWORK_DESCRIPTION, "DESCRIPTION", Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("What the network is made of; a file of another is refused.\n")
            .build());
    type.addField(SummaryText.field(summary));
    program.constants().stream()
        .filter(this::isUsed)
        .forEach(constant -> type.addField(Members.constant(constant)));
    type.addField(
        FieldSpec.builder(RuntimeNames.MODEL_CONTENT, "content", Modifier.PRIVATE, Modifier.FINAL)
            .build());
    for (Parameter parameter : program.parameters()) {
      type.addField(
          FieldSpec.builder(
                  isMatrix(parameter) ? RuntimeNames.WEIGHT_MATRIX : TypeName.get(float[].class),
                  names.array(parameter.value()),
                  Modifier.PRIVATE,
                  Modifier.FINAL)
              .addJavadoc("{@code $L}.\n", Javadoc.shape(parameter.value()))
              .build());
    }
    for (Value column : program.columns()) {
      type.addField(Members.vector(column, names));
    }
  }

  /** Returns whether predicting reads a constant: a width, or the number of an activation. */
  private boolean isUsed(Constant constant) {
    return constant.value() instanceof Integer || NumbersRead.by(program).contains(constant.name());
  }

  private void addConstruction(TypeSpec.Builder type) {
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addParameter(RuntimeNames.MODEL_CONTENT, "content")
            .addStatement("this(content, false)")
            .build());
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(RuntimeNames.MODEL_CONTENT, "content")
            .addParameter(boolean.class, "pruned")
            .addStatement("this.content = content");
    for (int i = 0; i < program.parameters().size(); i++) {
      Parameter parameter = program.parameters().get(i);
      CodeBlock tensor = CodeBlock.of("content.tensor($L)", i);
      constructor.addStatement(
          "$L = $L",
          names.array(parameter.value()),
          isMatrix(parameter) ? matrix(parameter.value(), tensor) : tensor);
    }
    KernelCallPrinter printer = new KernelCallPrinter(names);
    for (Step step : program.forward()) {
      step.op()
          .fold(step.operands())
          .forEach(call -> constructor.addStatement(printer.print(call)));
    }
    type.addMethod(constructor.build());
  }

  private boolean isMatrix(Parameter parameter) {
    return program.matrices().contains(parameter.value());
  }

  private static CodeBlock matrix(Value weights, CodeBlock tensor) {
    return CodeBlock.of(
        "$T.of($L,$W$L,$W$L,$Wpruned)",
        RuntimeNames.WEIGHT_MATRIX,
        tensor,
        weights.rows().constant(),
        weights.width().constant());
  }

  private void addAccess(TypeSpec.Builder type) {
    type.addMethod(
        getter("pruned", names.model(), CodeBlock.of("new $T(content, true)", names.model()))
            .build());
    type.addMethod(
        getter("predictor", RuntimeNames.PREDICTOR, CodeBlock.of("new Forward()")).build());
    type.addMethod(
        getter("description", RuntimeNames.NETWORK_DESCRIPTION, CodeBlock.of("DESCRIPTION"))
            .build());
    type.addMethod(SummaryText.method(RuntimeNames.MODEL_SUMMARY, CodeBlock.of("SUMMARY")));
    type.addMethod(
        getter("provenance", RuntimeNames.PROVENANCE, CodeBlock.of("content.provenance()"))
            .build());
    type.addMethod(getter("content", RuntimeNames.MODEL_CONTENT, CodeBlock.of("content")).build());
  }

  private static MethodSpec.Builder getter(String name, TypeName type, CodeBlock value) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(type)
        .addStatement("return $L", value);
  }
}

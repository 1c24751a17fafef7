package dev.annette.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import dev.annette.processor.ir.Value;
import dev.annette.processor.write.Phases.LayerMethod;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What the inner classes that go forward have in common: working memory, and a method a layer. */
final class ForwardMembers {
  /** The method from logits to probabilities. */
  static final String LINK = "probabilities";

  private final Names names;
  private final Program program;
  private final KernelCallPrinter printer;

  ForwardMembers(Names names) {
    this.names = names;
    this.program = names.program();
    this.printer = new KernelCallPrinter(names);
  }

  static FieldSpec scratch() {
    return FieldSpec.builder(RuntimeNames.SCRATCH, "scratch", Modifier.PRIVATE, Modifier.FINAL)
        .initializer("new $T()", RuntimeNames.SCRATCH)
        .build();
  }

  static FieldSpec capacity() {
    return FieldSpec.builder(int.class, "capacity", Modifier.PRIVATE)
        .addJavadoc("The rows that the arrays below have room for.\n")
        .build();
  }

  /** Returns the field of the features at hand. */
  FieldSpec input() {
    return FieldSpec.builder(float[].class, "input", Modifier.PRIVATE)
        .addJavadoc(
            "{@code [rows, $L]}: the features at hand.\n", program.input().width().constant())
        .build();
  }

  void addArrays(TypeSpec.Builder type) {
    for (Value array : program.arrays()) {
      type.addField(
          FieldSpec.builder(float[].class, names.array(array), Modifier.PRIVATE)
              .addJavadoc("$L", ArrayComment.of(array, program))
              .build());
    }
  }

  /** Adds the methods of the layers, and that of the link if there is one. */
  void addLayers(TypeSpec.Builder type, List<LayerMethod> methods) {
    methods.forEach(method -> type.addMethod(layer(method)));
    if (program.link() != null) {
      type.addMethod(link());
    }
  }

  private MethodSpec layer(LayerMethod layer) {
    MethodSpec.Builder method = rows(layer.name());
    method.addJavadoc("$L", LayerMethods.formulas(layer.steps(), Javadoc::formula));
    for (Step step : layer.steps()) {
      add(step.op().forwardAcrossRows(step.operands()), method);
      add(step.op().forward(step.operands()), method);
    }
    return method.build();
  }

  private MethodSpec link() {
    MethodSpec.Builder method = rows(LINK).addJavadoc("From logits to probabilities, in place.\n");
    add(program.link().op().forward(program.link().operands()), method);
    return method.build();
  }

  private void add(List<KernelCall> calls, MethodSpec.Builder method) {
    calls.forEach(call -> method.addStatement(printer.print(call)));
  }

  /** Adds the method that makes room for rows, with more statements before the arrays. */
  void addReserve(TypeSpec.Builder type, CodeBlock more) {
    MethodSpec.Builder whole =
        reserve()
            .addJavadoc("Makes room for this many rows.\n")
            .beginControlFlow("if (rows <= capacity)")
            .addStatement("return")
            .endControlFlow()
            .addCode(more);
    List<CodeBlock> reservations = new ArrayList<>();
    for (Value array : program.arrays()) {
      reservations.add(
          CodeBlock.of(
              "$L = $T.allocate(rows,$W$L)",
              names.array(array),
              RuntimeNames.ROW_ARRAY,
              array.width().constant()));
    }
    reservations.add(CodeBlock.of("capacity = rows"));
    Members.addCalls(type, whole, "reserve", ForwardMembers::reserve, "rows", reservations);
  }

  private static MethodSpec.Builder reserve() {
    return MethodSpec.methodBuilder("reserve")
        .addModifiers(Modifier.PRIVATE)
        .addParameter(int.class, "rows");
  }

  /** Starts a private method over rows {@code [from, to)}. */
  static MethodSpec.Builder rows(String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE)
        .addParameter(int.class, "from")
        .addParameter(int.class, "to");
  }

  /** Starts a method that carries out one of an interface. */
  static MethodSpec.Builder override(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}

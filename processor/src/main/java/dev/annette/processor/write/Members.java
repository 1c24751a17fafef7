package dev.annette.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.Constant;
import dev.annette.processor.ir.Held;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/** Pieces that both generated classes have. */
final class Members {
  /** Calls a method holds before it is split: a compiled method stays far below 8,000 bytes. */
  private static final int CALLS_PER_METHOD = 40;

  private Members() {}

  /**
   * Returns a final class, public where the network's class is.
   *
   * @param afterwards what initialising the class does once the runtime is known to fit
   */
  static TypeSpec.Builder type(ClassName name, Names names, CodeBlock afterwards) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.FINAL)
            .addAnnotation(
                AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
                    .addMember("value", "$S", "dev.annette.processor.AnnetteProcessor")
                    .build())
            .addStaticBlock(
                CodeBlock.builder()
                    .addStatement(
                        "$T.requireVersion($L,$W$S)",
                        RuntimeNames.ANNETTE,
                        RuntimeNames.GENERATED_VERSION,
                        name.canonicalName())
                    .add(afterwards)
                    .build());
    if (names.network().isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    return type;
  }

  /** Returns a constant of the declaration as a field. */
  static FieldSpec constant(Constant constant) {
    boolean isWhole = constant.value() instanceof Integer;
    String where = constant.layer().isEmpty() ? "" : " on " + constant.layer();
    return FieldSpec.builder(
            isWhole ? int.class : double.class,
            constant.name(),
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .addJavadoc("From {@code $L}$L.\n", Javadoc.code(constant.source()), where)
        .initializer("$L", constant.value())
        .build();
  }

  /** Returns a vector of a step as a field. */
  static FieldSpec vector(Value column, Names names) {
    return FieldSpec.builder(float[].class, names.array(column), Modifier.PRIVATE, Modifier.FINAL)
        .addJavadoc("Of all rows, {@code $L}.\n", Javadoc.shape(column))
        .initializer("new float[$L]", column.width().constant())
        .build();
  }

  /** Returns an object that a trainer keeps as a field. */
  static FieldSpec held(Held held, Names names) {
    return FieldSpec.builder(
            ClassName.bestGuess(held.made().className()),
            names.held(held),
            Modifier.PRIVATE,
            Modifier.FINAL)
        .addJavadoc("$L", Javadoc.wrap(held.meaning()))
        .initializer(new KernelCallPrinter(names).print(held.made()))
        .build();
  }

  /**
   * Adds a method that makes calls in order. Where there are many, it calls methods that each make
   * some of them.
   *
   * @param method starts a method of the same parameters under another name
   * @param arguments the arguments that pass them on
   */
  static void addCalls(
      TypeSpec.Builder type,
      MethodSpec.Builder first,
      String name,
      Supplier<MethodSpec.Builder> method,
      String arguments,
      List<CodeBlock> calls) {
    if (calls.size() <= CALLS_PER_METHOD) {
      calls.forEach(first::addStatement);
      type.addMethod(first.build());
      return;
    }
    List<MethodSpec> parts = new ArrayList<>();
    for (int i = 0; i < calls.size(); i += CALLS_PER_METHOD) {
      MethodSpec.Builder part = method.get();
      String partName = "part" + (parts.size() + 1) + "Of" + Names.capital(name);
      part.setName(partName);
      calls.subList(i, Math.min(i + CALLS_PER_METHOD, calls.size())).forEach(part::addStatement);
      first.addStatement("$L($L)", partName, arguments);
      parts.add(part.build());
    }
    type.addMethod(first.build());
    parts.forEach(type::addMethod);
  }
}

package dev.annette.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The summary of a network as generated code tells it. */
final class SummaryText {
  /** A text of a class file has less than 65,536 bytes. */
  private static final int LINES_PER_TEXT = 200;

  private SummaryText() {}

  /** Returns the constant that holds what is known when the network is compiled. */
  static FieldSpec field(List<String> lines) {
    List<CodeBlock> texts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += LINES_PER_TEXT) {
      List<String> part = lines.subList(i, Math.min(i + LINES_PER_TEXT, lines.size()));
      texts.add(CodeBlock.of("$S", String.join("\n", part) + "\n"));
    }
    CodeBlock whole = CodeBlock.join(texts, ",\n");
    return FieldSpec.builder(
            String.class, "SUMMARY", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("The second table above, known when the network is compiled.\n")
        .initializer("$T.join($S,\n$>$>$L$<$<)", String.class, "", whole)
        .build();
  }

  /**
   * Returns the method that adds what is known at run time.
   *
   * @param constant that of {@link #field}, as the class of the method names it
   */
  static MethodSpec method(ClassName summary, CodeBlock constant) {
    return MethodSpec.methodBuilder("summary")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(String.class)
        .addStatement("return $T.of($L,$Wthis)", summary, constant)
        .build();
  }
}

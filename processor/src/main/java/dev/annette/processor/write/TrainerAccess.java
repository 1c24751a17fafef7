package dev.annette.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.Held;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What others ask of a trainer: its state, its model, and the numbers of its last step. */
final class TrainerAccess {
  private final Names names;
  private final Program program;

  TrainerAccess(Names names) {
    this.names = names;
    this.program = names.program();
  }

  void addTo(TypeSpec.Builder type) {
    type.addMethod(
        MethodSpec.methodBuilder("model")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(names.model())
            .addStatement("return new $T(state.content())", names.model())
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("state")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(RuntimeNames.TRAINING_STATE)
            .addStatement("return state")
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("description")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(RuntimeNames.NETWORK_DESCRIPTION)
            .addStatement("return $T.DESCRIPTION", names.model())
            .build());
    type.addMethod(
        SummaryText.method(
            RuntimeNames.TRAINER_SUMMARY, CodeBlock.of("$T.SUMMARY", names.model())));
    Members.addCalls(
        type,
        inspect()
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .beginControlFlow("if (batch == null)")
            .addStatement("return")
            .endControlFlow(),
        "inspect",
        () -> inspect().addModifiers(Modifier.PRIVATE),
        "visitor",
        visits());
  }

  private static MethodSpec.Builder inspect() {
    return MethodSpec.methodBuilder("inspect").addParameter(RuntimeNames.VALUE_VISITOR, "visitor");
  }

  private List<CodeBlock> visits() {
    List<CodeBlock> visits = new ArrayList<>();
    for (Value array : program.arrays()) {
      visits.add(
          CodeBlock.of(
              "visitor.visit($S,$W$L,$Wbatch.rows(),$W$L)",
              array.name(),
              names.array(array),
              array.width().constant()));
    }
    for (Held held : program.held()) {
      if (held.shown() != null) {
        visits.add(
            CodeBlock.of(
                "visitor.visit($S,$W$L.factors(),$W1,$W$L)",
                held.shown().name(),
                names.held(held),
                held.shown().width().constant()));
      }
    }
    return visits;
  }
}

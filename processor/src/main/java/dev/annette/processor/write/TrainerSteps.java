package dev.annette.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A training step as one reads it: check, forward and backward by rows, then learn. */
final class TrainerSteps {
  private final Names names;
  private final Program program;

  TrainerSteps(Names names) {
    this.names = names;
    this.program = names.program();
  }

  void addTo(TypeSpec.Builder type) {
    type.addMethod(step());
    type.addMethod(gradients());
    type.addMethod(differentiate());
    Phases phases = new Phases(names);
    Members.addCalls(
        type,
        forwardAndBackward(),
        "forwardAndBackward",
        this::forwardAndBackward,
        "from, to, scratch",
        phases.rowCalls());
    Members.addCalls(
        type, update(), "update", this::update, "part, parts, scratch", phases.updateCalls());
    Members.addCalls(type, reserve(), "reserve", this::reserveArrays, "rows", reservations());
  }

  private MethodSpec step() {
    return MethodSpec.methodBuilder("step")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(RuntimeNames.BATCH, "batch")
        .returns(double.class)
        .addStatement("differentiate(batch)")
        .addStatement("double loss = state.dataLoss(rowLoss,$Wbatch)")
        .addStatement("state.update(update)")
        .addStatement("return loss")
        .build();
  }

  private MethodSpec gradients() {
    return MethodSpec.methodBuilder("gradients")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(RuntimeNames.BATCH, "batch")
        .addParameter(float[].class, "gradients")
        .returns(double.class)
        .addStatement("differentiate(batch)")
        .addStatement("double loss = state.dataLoss(rowLoss,$Wbatch)")
        .addStatement("state.collect(update,$Wgradients)")
        .addStatement("return loss")
        .build();
  }

  private MethodSpec differentiate() {
    return MethodSpec.methodBuilder("differentiate")
        .addModifiers(Modifier.PRIVATE)
        .addJavadoc(
            "Computes the loss of each row and every gradient that reaches a layer. Throws before"
                + "\nanything has changed if the batch is not one that the network can take.\n")
        .addParameter(RuntimeNames.BATCH, "batch")
        .addStatement("state.check(batch)")
        .addStatement("reserve(batch.rows())")
        .addStatement("this.batch = batch")
        .addStatement("state.forRows(batch.rows(),$WforwardAndBackward)")
        .build();
  }

  private MethodSpec.Builder forwardAndBackward() {
    return rowMethod("forwardAndBackward");
  }

  private MethodSpec.Builder update() {
    return MethodSpec.methodBuilder("update")
        .addModifiers(Modifier.PRIVATE)
        .addParameter(int.class, "part")
        .addParameter(int.class, "parts")
        .addParameter(RuntimeNames.SCRATCH, "scratch");
  }

  /** Starts a private method over rows {@code [from, to)}. */
  static MethodSpec.Builder rowMethod(String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE)
        .addParameter(int.class, "from")
        .addParameter(int.class, "to")
        .addParameter(RuntimeNames.SCRATCH, "scratch");
  }

  private MethodSpec.Builder reserve() {
    return reserveArrays()
        .addJavadoc("Makes room for batches of this many rows.\n")
        .beginControlFlow("if (rows <= capacity)")
        .addStatement("return")
        .endControlFlow()
        .addStatement("rowLoss = new $T[rows]", TypeName.FLOAT);
  }

  private MethodSpec.Builder reserveArrays() {
    return MethodSpec.methodBuilder("reserve")
        .addModifiers(Modifier.PRIVATE)
        .addParameter(int.class, "rows");
  }

  private List<CodeBlock> reservations() {
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
    return reservations;
  }
}

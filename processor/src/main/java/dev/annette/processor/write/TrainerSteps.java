package dev.annette.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Value;
import dev.annette.processor.write.StepPhases.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
    List<Phase> phases = StepPhases.of(names);
    addDifferentiate(type, phases);
    phases.stream().filter(phase -> !phase.calls().isEmpty()).forEach(p -> addPhase(type, p));
    Members.addCalls(
        type,
        columnMethod("update"),
        "update",
        () -> columnMethod("update"),
        "part, parts, scratch",
        new Phases(names).updateCalls());
    Members.addCalls(type, reserve(), "reserve", this::reserveArrays, "rows", reservations());
  }

  private MethodSpec step() {
    return MethodSpec.methodBuilder("step")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(RuntimeNames.BATCH, "batch")
        .returns(double.class)
        .addStatement("differentiate(state.transform(batch))")
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

  private void addDifferentiate(TypeSpec.Builder type, List<Phase> phases) {
    MethodSpec.Builder whole =
        differentiate()
            .addJavadoc(
                "Computes the loss of each row and every gradient that reaches a layer. Throws"
                    + " before\n"
                    + "anything has changed if the batch is not one that the network can take.\n")
            .addStatement("state.check(batch)")
            .addStatement("reserve(batch.rows())")
            .addStatement("this.batch = batch");
    List<CodeBlock> runs = new ArrayList<>(draws());
    for (Phase phase : phases) {
      String over = phase.acrossRows() ? "acrossRows" : "forRows";
      runs.add(CodeBlock.of("state.$L(batch.rows(),$W$L)", over, names.phase(phase.method())));
    }
    Members.addCalls(type, whole, "differentiate", this::differentiate, "batch", runs);
  }

  /** Returns the calls that draw what all rows share. */
  private List<CodeBlock> draws() {
    KernelCallPrinter printer = new KernelCallPrinter(names);
    return program.forward().stream()
        .flatMap(step -> step.op().draw(step.operands()).stream())
        .map(printer::print)
        .toList();
  }

  private MethodSpec.Builder differentiate() {
    return MethodSpec.methodBuilder("differentiate")
        .addModifiers(Modifier.PRIVATE)
        .addParameter(RuntimeNames.BATCH, "batch");
  }

  private static void addPhase(TypeSpec.Builder type, Phase phase) {
    Supplier<MethodSpec.Builder> method =
        () -> phase.acrossRows() ? columnMethod(phase.method()) : rowMethod(phase.method());
    String arguments = phase.acrossRows() ? "part, parts, scratch" : "from, to, scratch";
    Members.addCalls(type, method.get(), phase.method(), method, arguments, phase.calls());
  }

  /** Starts a private method over a share of the columns, or of whatever is learned. */
  static MethodSpec.Builder columnMethod(String name) {
    return MethodSpec.methodBuilder(name)
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

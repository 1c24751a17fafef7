package dev.annette.processor.pass;

import dev.annette.Activation;
import dev.annette.Loss;
import dev.annette.PenaltyScaling;
import dev.annette.processor.ir.ActivationSpec;
import dev.annette.processor.ir.Constant;
import dev.annette.processor.ir.Declaration;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.LossOp;
import dev.annette.processor.ir.LossStep;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Shape;
import dev.annette.processor.ir.Step;
import dev.annette.processor.ir.Value;
import dev.annette.processor.ir.Width;
import dev.annette.processor.op.ActivationOp;
import dev.annette.processor.op.LossOps;
import java.util.List;
import java.util.Map;

/**
 * Turns layers into steps over values, in the order weights, normalisation, activation, noise
 * within a layer.
 */
public final class Lowering {
  private Lowering() {}

  /** Returns the forward steps and the loss of a network. */
  public static Program lower(ShapedNetwork network) {
    Declaration declaration = network.declaration();
    ProgramBuilder program = new ProgramBuilder(declaration);
    Width inputWidth =
        program.inputWidth("INPUT_SIZE", size(declaration.input()), source(declaration));
    Value input = Value.perRow("input", Value.Role.DATA, inputWidth, "");
    Value value = input;
    for (int i = 0; i < declaration.layers().size(); i++) {
      boolean isOutput = i == declaration.layers().size() - 1;
      value = lowerLayer(declaration.layers().get(i), isOutput, value, program);
    }
    Step link = link(declaration, value);
    Constant delta =
        declaration.loss().loss() == Loss.HUBER
            ? program.networkConstant(
                "LOSS_DELTA", declaration.loss().delta(), deltaSource(declaration))
            : null;
    List<Step> steps = program.steps();
    if (link != null) {
      steps.add(link);
    }
    LossOp op =
        declaration.loss().custom() == null
            ? LossOps.of(declaration.loss().loss(), delta)
            : LossOps.custom();
    LossStep loss = new LossStep(op, link == null ? value : link.output());
    return new Program(
        declaration,
        program.constants(),
        program.hypers(),
        program.randoms(),
        program.parameters(),
        input,
        steps,
        link,
        loss,
        List.of(),
        Map.of());
  }

  /** Returns what a penalty's λ means, with the network's scaling filled in. */
  static PenaltyScaling scaling(PenaltyScaling declared, Declaration declaration) {
    PenaltyScaling meaning = declared == PenaltyScaling.NETWORK ? declaration.scaling() : declared;
    return meaning == PenaltyScaling.NETWORK ? PenaltyScaling.TEXTBOOK : meaning;
  }

  private static Value lowerLayer(
      LayerDeclaration layer, boolean isOutput, Value input, ProgramBuilder program) {
    LayerLowering lowering = new LayerLowering(layer, input, program);
    layer.spec().lower(lowering);
    layer.modifiers().forEach(modifier -> modifier.normalise(lowering));
    layer
        .spec()
        .activation()
        .map(activation -> isOutput ? outputActivation(activation, program) : activation)
        .filter(activation -> activation.activation() != Activation.LINEAR)
        .ifPresent(lowering::activate);
    layer.modifiers().forEach(modifier -> modifier.lower(lowering));
    return lowering.finish();
  }

  /**
   * The softmax or sigmoid of a cross-entropy is the program's link, not the layer's activation.
   */
  private static ActivationSpec outputActivation(
      ActivationSpec activation, ProgramBuilder program) {
    return program.declaration().loss().loss().isCrossEntropy() ? activation.linear() : activation;
  }

  private static Step link(Declaration declaration, Value logits) {
    Loss loss = declaration.loss().loss();
    if (!loss.isCrossEntropy()) {
      return null;
    }
    Activation link = loss == Loss.CROSS_ENTROPY ? Activation.SOFTMAX : Activation.SIGMOID;
    ActivationOp op = new ActivationOp(link, null);
    String name = logits.layer() + "." + op.name();
    Value probabilities = Value.perRow(name, Value.Role.ACTIVATION, logits.width(), logits.layer());
    return new Step(op, logits, List.of(), null, probabilities);
  }

  private static int size(Shape shape) {
    return Math.toIntExact(shape.size());
  }

  private static String source(Declaration declaration) {
    if (declaration.rows().isPresent()) {
      return "@Network(rows = " + declaration.rows().get().type().simpleName() + ".class)";
    }
    List<Integer> sizes = declaration.input().sizes();
    return sizes.size() == 1
        ? "@Network(input = " + sizes.get(0) + ")"
        : "@Network(input = {"
            + String.join(", ", sizes.stream().map(String::valueOf).toList())
            + "})";
  }

  private static String deltaSource(Declaration declaration) {
    return "@Network(delta = " + declaration.loss().delta() + ")";
  }
}

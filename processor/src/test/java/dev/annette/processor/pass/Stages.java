package dev.annette.processor.pass;

import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.ir.Program;
import dev.annette.processor.testing.Declarations;

/**
 * The programs of one network, stage by stage, each checked.
 *
 * @param lowered every step and the loss
 * @param fused after the rewrite rules
 * @param differentiated with the backward steps
 * @param planned with arrays
 * @param prediction what the model does, with arrays
 * @param sampling what the trainer does to predict with noise, with arrays
 */
record Stages(
    Program lowered,
    Program fused,
    Program differentiated,
    Program planned,
    Program prediction,
    Program sampling) {
  /** Compiles a network of these layers. */
  static Stages of(String network, String... layers) {
    Diagnostics problems = new Diagnostics();
    ShapedNetwork shaped = ShapeInference.infer(Declarations.of(network, layers), problems);
    Program lowered = ProgramCheck.verify(Lowering.lower(shaped));
    Program fused = ProgramCheck.verify(Fusion.fuse(lowered));
    Program differentiated = ProgramCheck.verify(Differentiation.differentiate(fused));
    Program planned = ProgramCheck.verify(BufferPlanning.plan(differentiated));
    Program prediction = ProgramCheck.verify(BufferPlanning.plan(Prediction.of(fused)));
    Program sampling = ProgramCheck.verify(BufferPlanning.plan(Sampling.of(fused)));
    return new Stages(lowered, fused, differentiated, planned, prediction, sampling);
  }

  /** Returns a program's text from the line that starts so, up to the next line not indented. */
  static String section(Program program, String title) {
    String text = program.toString();
    int start = text.indexOf(title + "\n");
    int next = start + title.length() + 1;
    while (next < text.length() && text.charAt(next) == ' ') {
      next = text.indexOf('\n', next) + 1;
    }
    return text.substring(start, next);
  }
}

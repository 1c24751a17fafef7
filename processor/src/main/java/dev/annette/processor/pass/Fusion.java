package dev.annette.processor.pass;

import dev.annette.processor.ir.Program;
import dev.annette.processor.op.LossOps;
import java.util.List;

/** Replaces patterns of steps by single ones, rule after rule. */
public final class Fusion {
  private static final List<FusionRule> RULES =
      List.of(
          new LinkedLoss("softmax", "crossEntropy", LossOps.softmaxCrossEntropy()),
          new LinkedLoss("sigmoid", "binaryCrossEntropy", LossOps.sigmoidBinaryCrossEntropy()),
          new KeptMatrices());

  private Fusion() {}

  /** Returns the program after every rule that applies. */
  public static Program fuse(Program program) {
    Program fused = program;
    for (FusionRule rule : RULES) {
      fused = rule.apply(fused).orElse(fused);
    }
    return fused;
  }
}

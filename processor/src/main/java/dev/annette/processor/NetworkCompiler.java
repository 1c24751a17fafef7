package dev.annette.processor;

import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.ir.Declaration;
import dev.annette.processor.ir.Program;
import dev.annette.processor.pass.BufferPlanning;
import dev.annette.processor.pass.DeclarationCheck;
import dev.annette.processor.pass.Differentiation;
import dev.annette.processor.pass.Fusion;
import dev.annette.processor.pass.Lowering;
import dev.annette.processor.pass.Prediction;
import dev.annette.processor.pass.ProgramCheck;
import dev.annette.processor.pass.Sampling;
import dev.annette.processor.pass.ShapeInference;
import dev.annette.processor.pass.ShapedNetwork;
import dev.annette.processor.pass.lint.Lints;
import dev.annette.processor.read.NetworkReader;
import dev.annette.processor.write.NetworkWriter;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.lang.model.element.TypeElement;

/** Compiles one network: from an annotated class to the sources of a trainer and a model. */
final class NetworkCompiler {
  private final NetworkReader reader;
  private final UnaryOperator<Program> fusion;

  NetworkCompiler(NetworkReader reader, Options options) {
    this.reader = reader;
    this.fusion = options.fuses() ? Fusion::fuse : UnaryOperator.identity();
  }

  /** Returns the compiled network, or nothing where the declaration has errors. */
  Optional<CompiledNetwork> compile(TypeElement type, Diagnostics problems) {
    Optional<Declaration> read = reader.read(type, problems);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Declaration declaration = read.get();
    DeclarationCheck.check(declaration, problems);
    ShapedNetwork shaped = ShapeInference.infer(declaration, problems);
    if (problems.anyErrors()) {
      return Optional.empty();
    }
    Lints.check(shaped, problems);
    Program forward = ProgramCheck.verify(Lowering.lower(shaped));
    Program fused = ProgramCheck.verify(fusion.apply(forward));
    Program training = ProgramCheck.verify(Differentiation.differentiate(fused));
    Program plan = ProgramCheck.verify(BufferPlanning.plan(training));
    Program prediction = ProgramCheck.verify(BufferPlanning.plan(Prediction.of(fused)));
    Program sampling = ProgramCheck.verify(BufferPlanning.plan(Sampling.of(fused)));
    return Optional.of(
        new CompiledNetwork(
            plan, prediction, sampling, NetworkWriter.write(plan, prediction, sampling)));
  }
}

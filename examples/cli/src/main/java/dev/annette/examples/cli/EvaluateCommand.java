package dev.annette.examples.cli;

import dev.annette.runtime.metric.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code annette evaluate}: how well a saved model does on a table. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measures a saved model on a table with labels.")
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private ModelOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try (ProgramCompiler compiled = ProgramCompiler.compile(options.project())) {
      evaluate(compiled.program(options.project()));
    }
    return 0;
  }

  private <R> void evaluate(Program<R> program) throws IOException {
    List<R> rows = TableRows.labelled(options.table(), program.rows());
    Path model = options.model();
    spec.commandLine().getOut().println(Evaluation.of(program.load(model), program.dataset(rows)));
  }
}

package dev.annette.examples.cli;

import dev.annette.runtime.json.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code annette compare}: in what two model files differ. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Says in what two model files differ: declaration, training, numbers.")
final class CompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FIRST", description = "a saved model")
  private Path first;

  @Parameters(index = "1", paramLabel = "SECOND", description = "another saved model")
  private Path second;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    spec.commandLine()
        .getOut()
        .println(ModelDifferences.of(ModelFile.read(first), ModelFile.read(second)));
    return 0;
  }
}

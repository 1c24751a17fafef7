package dev.annette.examples.cli;

import dev.annette.runtime.json.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code annette describe}: what is in a model file, without the class of its network. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    description = "Says what is in a model file; the class of its network need not be there.")
final class DescribeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "MODEL", description = "a saved model")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    spec.commandLine().getOut().println(ModelText.of(ModelFile.read(file)));
    return 0;
  }
}

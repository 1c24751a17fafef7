package dev.annette.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which model works on which table. */
final class ModelOptions {
  @Parameters(
      index = "0",
      paramLabel = "SOURCE",
      description = "the Java source that train wrote, such as Titanic.java")
  private Path source;

  @Parameters(index = "1", paramLabel = "TABLE", description = "a CSV file with a header")
  private Path table;

  @Option(names = "--model", description = "the saved model; that beside the source by default")
  private Path model;

  @Option(
      names = "--missing",
      split = ",",
      defaultValue = "NA,N/A,?,null,NaN",
      description = "missing values, beside blanks; ${DEFAULT-VALUE} by default")
  private List<String> missing;

  Project project() throws IOException {
    return Project.of(source);
  }

  Table table() throws IOException {
    return new TableReader(missing).read(table);
  }

  Path model() throws IOException {
    return model == null ? project().model() : model;
  }
}

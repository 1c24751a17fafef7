package dev.annette.examples.cli;

import dev.annette.runtime.model.ColumnDescription;
import dev.annette.runtime.rows.ColumnMatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code annette train}: from a table to a saved model, and to the source it came from. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at a table, writes a row type and a network for it as Java source, compiles and trains"
          + " it, and saves the model.",
      "Source that is there already is used as it is: change it and train again."
    })
final class TrainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TABLE", description = "a CSV file with a header")
  private Path file;

  @Option(names = "--label", required = true, description = "the column to predict")
  private String label;

  @Option(
      names = "--out",
      defaultValue = ".",
      description = "the folder for source and model; this one by default")
  private Path folder;

  @Option(names = "--name", description = "the name of the class; that of the table by default")
  private String name;

  @Option(names = "--package", defaultValue = "", description = "the package; none by default")
  private String packageName;

  @Option(
      names = "--task",
      description = "${COMPLETION-CANDIDATES}; what the label looks like by default")
  private Task task;

  @Option(
      names = "--missing",
      split = ",",
      defaultValue = "NA,N/A,?,null,NaN",
      description = "missing values, beside blanks; ${DEFAULT-VALUE} by default")
  private List<String> missing;

  @Mixin private RunOptions run;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    run.check(spec);
    checkNames();
    PrintWriter out = spec.commandLine().getOut();
    Table table = new TableReader(missing).read(file);
    Path source = folder.resolve(typeName() + ".java").normalize();
    boolean isNew = !Files.exists(source);
    Project project = isNew ? written(source, table, out) : Project.of(source);
    try (ProgramCompiler compiled = ProgramCompiler.compile(project)) {
      Program<?> program = compiled.program(project);
      Map<String, Integer> labels = labels(program, project, table);
      if (isNew) {
        Files.createDirectories(folder);
        Files.writeString(source, project.sourceText(), StandardOpenOption.CREATE_NEW);
        out.println("Wrote " + source + ".");
      } else {
        out.println("Using " + source + ", which is there already.");
      }
      Table complete = Labels.present(table, labels.values(), out);
      new TableTraining(run, out).train(program, complete, project);
    }
    return 0;
  }

  private void checkNames() {
    if (!packageName.isEmpty() && !SourceVersion.isName(packageName)) {
      throw new ParameterException(
          spec.commandLine(),
          "--package is " + packageName + ", which is no name of a package, such as org.example.");
    }
    if (name != null && JavaNames.component(name).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--name is " + name + ", which has no letters.");
    }
  }

  private String typeName() {
    String fileName = String.valueOf(file.getFileName());
    return JavaNames.type(name != null ? name : fileName.replaceFirst("\\.[^.]*$", ""), "Table");
  }

  /** Returns new source for a table; it is not in a file yet. */
  private Project written(Path source, Table table, PrintWriter out) throws IOException {
    List<ColumnProfile> columns = Profiler.profile(table);
    ColumnProfile labelled = columns.get(Labels.place(table, label));
    Task chosen = Labels.task(labelled, task);
    out.println(ProfileTable.of(table, columns, labelled, chosen));
    return new Project(
        source,
        new NetworkSource(packageName, typeName(), table.source(), columns, labelled, chosen)
            .text());
  }

  /**
   * Returns where the columns are that a network predicts.
   *
   * @throws WrongInputException if source that was there says otherwise than the options
   */
  private Map<String, Integer> labels(Program<?> program, Project project, Table table)
      throws IOException {
    List<String> labels =
        TableRows.labels(program.trainer(0).description()).stream()
            .map(ColumnDescription::name)
            .toList();
    Map<String, Integer> places = ColumnMatch.present(labels, table.header(), table.source());
    boolean isAnother = !places.containsValue(Labels.place(table, label));
    boolean isElsewhere = !packageName.isEmpty() && !packageName.equals(project.packageName());
    if (isAnother || isElsewhere || task != null && Files.exists(project.source())) {
      throw new WrongInputException(
          "%s predicts %s, whatever %s says; give another --name, or delete it."
              .formatted(
                  project.source(),
                  String.join(" and ", labels),
                  isAnother ? "--label" : isElsewhere ? "--package" : "--task"));
    }
    return places;
  }
}

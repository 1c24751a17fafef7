package dev.annette.examples.cli;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.report.Report;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.EarlyStopping;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(names = "--epochs", defaultValue = "300", description = "at most; 300 by default")
  private int epochs;

  @Option(names = "--seed", defaultValue = "1", description = "1 by default")
  private long seed;

  @Option(
      names = "--test",
      defaultValue = "0.2",
      description = "the share of lines that are kept apart and measured on; 0.2 by default")
  private double test;

  @Option(
      names = "--missing",
      split = ",",
      defaultValue = "NA,N/A,?,null,NaN",
      description = "texts that stand for a missing value, beside blanks; ${DEFAULT-VALUE}")
  private List<String> missing;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Table table = new TableReader(missing).read(file);
    Path source = folder.resolve(typeName() + ".java");
    if (Files.exists(source)) {
      out.println("Using " + source + ", which is there already.");
    } else {
      write(source, table, out);
    }
    Project project = Project.of(source);
    try (ProgramCompiler compiled = ProgramCompiler.compile(project)) {
      train(compiled.program(project), project, table, out);
    }
    return 0;
  }

  private String typeName() {
    String fileName = String.valueOf(file.getFileName());
    return JavaNames.type(name != null ? name : fileName.replaceFirst("\\.[^.]*$", ""), "Table");
  }

  private void write(Path source, Table table, PrintWriter out) throws IOException {
    List<ColumnProfile> columns = Profiler.profile(table);
    ColumnProfile labelled = Labels.find(columns, label, table.source());
    Task chosen = Labels.task(labelled, task);
    out.println(ProfileTable.of(table, columns, labelled));
    NetworkSource network =
        new NetworkSource(packageName, typeName(), table.source(), columns, labelled, chosen);
    Files.createDirectories(folder);
    Files.writeString(source, network.text());
    out.println("Wrote " + source + ".");
  }

  private <R> void train(Program<R> program, Project project, Table table, PrintWriter out)
      throws IOException {
    List<R> rows = TableRows.labelled(Labels.withLabel(table, label, out), program.rows());
    Dataset data = program.dataset(rows);
    Dataset.Split split =
        data.hasClasses() ? data.stratifiedSplit(test, seed) : data.split(test, seed);
    NetworkTrainer<?> trainer = program.trainer(seed);
    History history = trainer.fit(split.train(), training(out));
    out.println(trainer.summary());
    NetworkModel model = trainer.model();
    out.printf(
        Locale.ROOT,
        "Trained %d epochs on %d lines; the best was %d.%n",
        history.epochs().size(),
        split.train().rows(),
        history.best().epoch());
    out.println(history.diagnose());
    out.printf("%nOn %d lines kept apart:%n", split.validation().rows());
    Evaluation unseen = Evaluation.of(model, split.validation());
    out.println(unseen);
    model.save(project.model());
    Report.of(model, history).evaluation(unseen).write(project.report());
    out.printf("Saved %s, and %s to look at.%n", project.model(), project.report());
  }

  private Training training(PrintWriter out) {
    return Training.epochs(epochs)
        .progress(out)
        .optimizer(Adam.of(0.003))
        .validationSplit(0.2)
        .earlyStopping(EarlyStopping.defaults().withPatience(30));
  }
}

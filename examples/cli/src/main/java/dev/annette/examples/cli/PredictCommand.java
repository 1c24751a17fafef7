package dev.annette.examples.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.annette.runtime.file.AtomicFile;
import dev.annette.runtime.model.NetworkModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code annette predict}: a table with the answers of a saved model beside its cells. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = "Adds the answers of a saved model to a table; it needs no label.")
final class PredictCommand implements Callable<Integer> {
  @Mixin private ModelOptions options;

  @Option(names = "--out", description = "the CSV file to write; the terminal by default")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try (ProgramCompiler compiled = ProgramCompiler.compile(options.project())) {
      String text = predict(compiled.program(options.project()));
      PrintWriter terminal = spec.commandLine().getOut();
      if (out == null) {
        terminal.print(text);
        terminal.flush();
      } else {
        write(text);
        terminal.println("Wrote " + out + ".");
      }
    }
    return 0;
  }

  /** Writes the answers; a file that is there, as the table itself, is replaced as a whole. */
  private void write(String text) throws IOException {
    if (Files.exists(out) && !Files.isRegularFile(out)) {
      Files.writeString(out, text); // a pipe or a terminal, which cannot be replaced
    } else {
      AtomicFile.replace(out, file -> file.write(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private <R> String predict(Program<R> program) throws IOException {
    Table table = options.table();
    NetworkModel model = program.load(options.model());
    List<R> rows = TableRows.unlabelled(table, program.rows());
    Answers answers = new Answers(model.description());
    List<List<String>> cells = answers.of(model, program.rows(), rows);
    StringWriter text = new StringWriter();
    try (CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(table.style().separator())
            .lineDelimiter(LineDelimiter.of(table.style().lineEnd()))
            .build(text)) {
      csv.writeRecord(joined(table.header(), answers.header()));
      for (int i = 0; i < rows.size(); i++) {
        csv.writeRecord(joined(table.lines().get(i).written(), cells.get(i)));
      }
    }
    return text.toString();
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}

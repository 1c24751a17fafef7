package dev.annette.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network's source and the model that is saved beside it.
 *
 * @param source the Java file
 * @param sourceText what is in it
 */
record Project(Path source, String sourceText) {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([^;\\s]+);");

  /**
   * Reads a project.
   *
   * @param source a Java file that {@code train} wrote, perhaps changed since
   * @throws WrongInputException if there is none
   */
  static Project of(Path source) throws IOException {
    if (!Files.isRegularFile(source) || !source.toString().endsWith(".java")) {
      throw new WrongInputException(
          source + " is no Java source. Name the file that train has written.");
    }
    return new Project(source, Files.readString(source));
  }

  /** Returns the simple name of the annotated class. */
  String typeName() {
    String file = String.valueOf(source.getFileName());
    return file.substring(0, file.length() - ".java".length());
  }

  /** Returns the simple name of the program beside it. */
  String programName() {
    return typeName() + "Program";
  }

  /** Returns where the model is saved unless said otherwise. */
  Path model() {
    return beside(".json");
  }

  /** Returns where the report of a run is written. */
  Path report() {
    return beside(".html");
  }

  private Path beside(String ending) {
    return source.resolveSibling(typeName().toLowerCase(Locale.ROOT) + ending);
  }

  /** Returns a name with that of the package before it. */
  String qualified(String name) {
    String packageName = packageName();
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  /** Returns the package; empty for none. */
  String packageName() {
    Matcher matcher = PACKAGE.matcher(sourceText);
    return matcher.find() ? matcher.group(1) : "";
  }

  /** Returns the source of the program. */
  String programText() {
    String name = typeName();
    return (packageName().isEmpty() ? "" : "package " + packageName() + ";\n\n")
        + """
        public final class %1$s implements dev.annette.examples.cli.Program<%2$s.Row> {
          public dev.annette.runtime.rows.ReadableRows<%2$s.Row> rows() {
            return %2$sTrainer.rows();
          }

          public dev.annette.runtime.data.Dataset dataset(java.util.List<%2$s.Row> rows) {
            return %2$sTrainer.dataset(rows);
          }

          public dev.annette.runtime.train.NetworkTrainer<?> trainer(long seed) {
            return %2$sTrainer.create(seed);
          }

          public dev.annette.runtime.model.NetworkModel load(java.nio.file.Path file)
              throws java.io.IOException {
            return %2$sModel.load(file);
          }
        }
        """
            .formatted(programName(), name);
  }
}

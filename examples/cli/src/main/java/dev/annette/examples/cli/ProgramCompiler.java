package dev.annette.examples.cli;

import dev.annette.processor.AnnetteProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the source of a network, and a {@link Program} beside it, in this process. */
final class ProgramCompiler implements AutoCloseable {
  private final Path classes;
  private final URLClassLoader loader;

  private ProgramCompiler(Path classes) throws IOException {
    this.classes = classes;
    this.loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, ProgramCompiler.class.getClassLoader());
  }

  /**
   * Compiles a network.
   *
   * @throws WrongInputException with the compiler's messages if the source has mistakes
   */
  static ProgramCompiler compile(Project project) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new WrongInputException(
          "This Java has no compiler. Run the command with a JDK, not a JRE.");
    }
    Path classes = Files.createTempDirectory("annette");
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              files,
              problems,
              List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
              null,
              List.of(
                  new Source(project.typeName(), project.sourceText()),
                  new Source(project.programName(), project.programText())));
      task.setProcessors(List.of(new AnnetteProcessor()));
      if (!task.call()) {
        String messages = messages(project, problems); // may read what was generated
        delete(classes);
        throw new WrongInputException(messages);
      }
    }
    return new ProgramCompiler(classes);
  }

  /** Returns the program that was compiled. */
  Program<?> program(Project project) {
    try {
      Class<?> type = loader.loadClass(project.qualified(project.programName()));
      return (Program<?>) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the compiled program cannot be used", e);
    }
  }

  /** Returns the errors of the compiler, each with the file and line where it is to be mended. */
  private static String messages(Project project, DiagnosticCollector<JavaFileObject> problems) {
    String start =
        Files.exists(project.source())
            ? ""
            : "The source for this table does not compile, so it is not written:\n";
    return problems.getDiagnostics().stream()
        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .map(
            problem ->
                file(project, problem.getSource())
                    + ":"
                    + problem.getLineNumber()
                    + ": "
                    + problem.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n", start, ""));
  }

  /**
   * Returns what messages call a file: that of the project by its path, a generated one by name.
   */
  private static String file(Project project, JavaFileObject source) {
    String path = source == null ? "" : source.toUri().getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean isGenerated = !name.isEmpty() && !name.equals(project.typeName() + ".java");
    return isGenerated ? name : project.source().toString();
  }

  @Override
  public void close() throws IOException {
    loader.close();
    delete(classes);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** A source that is in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String typeName, String text) {
      super(URI.create("string:///" + typeName + Kind.SOURCE.extension), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}

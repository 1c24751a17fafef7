package dev.annette.processor.testing;

import dev.annette.processor.AnnetteProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * A compiler of this process that takes sources as text and runs the processor. Immutable; every
 * compilation has directories of its own and leaves nothing behind.
 */
public final class SourceCompiler {
  private final Supplier<JavaCompiler> compiler;
  private final Supplier<List<Processor>> processors;
  private final List<String> options;

  private SourceCompiler(
      Supplier<JavaCompiler> compiler, Supplier<List<Processor>> processors, List<String> options) {
    this.compiler = compiler;
    this.processors = processors;
    this.options = List.copyOf(options);
  }

  /** Returns javac of the JDK that runs the tests. */
  public static SourceCompiler javac() {
    return new SourceCompiler(
        ToolProvider::getSystemJavaCompiler,
        () -> List.of(new AnnetteProcessor()),
        List.of("--release", "17", "-encoding", "UTF-8"));
  }

  /** Returns the compiler of Eclipse. */
  public static SourceCompiler ecj() {
    return new SourceCompiler(
        EclipseCompiler::new,
        () -> List.of(new AnnetteProcessor()),
        List.of("-source", "17", "-target", "17", "-encoding", "UTF-8"));
  }

  /** Returns the same compiler with more options; a later one overrides an earlier one. */
  public SourceCompiler with(String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return new SourceCompiler(compiler, processors, all);
  }

  /** Returns the same compiler with another processor in place of Annette's. */
  public SourceCompiler processor(Supplier<Processor> other) {
    return processors(() -> List.of(other.get()));
  }

  /** Returns the same compiler with other processors in place of Annette's. */
  public SourceCompiler processors(Supplier<List<Processor>> others) {
    return new SourceCompiler(compiler, others, options);
  }

  /** Compiles sources, each of which starts with its package and its first class. */
  public Compilation compile(String... sources) {
    try (Workspace workspace = Workspace.create()) {
      return compile(workspace, workspace.write(sources));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Compiles sources that must compile.
   *
   * @throws AssertionError with the compiler's messages if they do not
   */
  public Compilation compileCleanly(String... sources) {
    Compilation compilation = compile(sources);
    if (!compilation.succeeded()) {
      throw new AssertionError(compilation.messages());
    }
    return compilation;
  }

  private Compilation compile(Workspace workspace, List<Path> files) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter output = new StringWriter();
    JavaCompiler tool = compiler.get();
    try (StandardJavaFileManager manager =
        tool.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> all = new ArrayList<>(options);
      all.addAll(workspace.options());
      if (!all.contains("-classpath")) {
        all.addAll(List.of("-classpath", ClassPaths.ofUser()));
      }
      JavaCompiler.CompilationTask task =
          tool.getTask(
              output, manager, diagnostics, all, null, manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(processors.get());
      task.setLocale(Locale.ROOT);
      boolean succeeded = task.call();
      return workspace.result(succeeded, diagnostics.getDiagnostics(), output.toString());
    }
  }
}

package dev.annette.processor.testing;

import dev.annette.processor.AnnetteProcessor;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * javac on sources in memory: for diagnostics with their places, for several processors, and for
 * names that not every file system can hold. Where other compilers matter, see {@link
 * SourceCompiler}.
 */
public final class InMemoryCompiler {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  /** Shared, so that the class path is opened once. */
  private static final StandardJavaFileManager CLASS_PATH =
      JAVAC.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);

  private final List<String> options =
      new ArrayList<>(List.of("-Xlint:all", "-Xmaxerrs", "9999", "-Xmaxwarns", "9999"));
  private final List<Processor> processors = new ArrayList<>();

  private InMemoryCompiler() {}

  /** Returns javac with the processor of this module, and all warnings on. */
  public static InMemoryCompiler withAnnette() {
    return with(new AnnetteProcessor());
  }

  /** Returns javac with these processors, and all warnings on. */
  public static InMemoryCompiler with(Processor... processors) {
    InMemoryCompiler compiler = new InMemoryCompiler();
    compiler.processors.addAll(Arrays.asList(processors));
    return compiler;
  }

  /** Adds options of the command line. */
  public InMemoryCompiler options(String... more) {
    options.addAll(Arrays.asList(more));
    return this;
  }

  /** Compiles sources, given by the paths of their files: {@code com/example/Digits.java}. */
  public Compiled compile(Map<String, String> sources) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Output output = new Output();
    List<SourceText> units = new ArrayList<>();
    sources.forEach((path, text) -> units.add(new SourceText(path, text)));
    JavaCompiler.CompilationTask task =
        JAVAC.getTask(null, output, diagnostics, options, null, units);
    task.setLocale(Locale.ENGLISH);
    task.setProcessors(processors);
    boolean succeeded = task.call();
    return new Compiled(
        succeeded, diagnostics.getDiagnostics(), output.text("SOURCE_OUTPUT"), output.files);
  }

  /** Compiles one source. */
  public Compiled compile(String path, String text) {
    return compile(Map.of(path, text));
  }

  /**
   * What javac made.
   *
   * @param succeeded whether there was no error
   * @param diagnostics errors and warnings, in order
   * @param sources the texts of generated sources, by path
   * @param files all files written, by location and path: {@code CLASS_OUTPUT/bad/Digits.class}
   */
  public record Compiled(
      boolean succeeded,
      List<Diagnostic<? extends JavaFileObject>> diagnostics,
      Map<String, String> sources,
      Map<String, ByteArrayOutputStream> files) {
    /** Returns errors and warnings as {@code line:column kind: message}. */
    public List<String> messages() {
      return diagnostics.stream()
          .map(d -> d.getLineNumber() + ":" + d.getColumnNumber() + " " + d.getKind() + ": " + d)
          .toList();
    }

    /** Returns the errors and warnings that the processor reported. */
    public List<String> annetteMessages() {
      return messages().stream().filter(message -> message.contains("[annette/")).toList();
    }

    /** Returns a loader of the compiled classes. */
    public ClassLoader loader() {
      return new ClassLoader(InMemoryCompiler.class.getClassLoader()) {
        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
          ByteArrayOutputStream bytes =
              files.get("CLASS_OUTPUT/" + name.replace('.', '/') + ".class");
          if (bytes == null) {
            throw new ClassNotFoundException(name);
          }
          return defineClass(name, bytes.toByteArray(), 0, bytes.size());
        }
      };
    }
  }

  private static final class SourceText extends SimpleJavaFileObject {
    private final String text;

    SourceText(String path, String text) {
      super(URI.create("memory:///" + path.replace("$", "%24")), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Keeps what javac and processors write. */
  private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();

    Output() {
      super(CLASS_PATH);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return file(location, className.replace('.', '/') + kind.extension, kind);
    }

    @Override
    public FileObject getFileForOutput(
        Location location, String packageName, String name, FileObject sibling) {
      String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
      return file(location, folder + name, JavaFileObject.Kind.OTHER);
    }

    @Override
    public FileObject getFileForInput(Location location, String packageName, String name) {
      return null;
    }

    @Override
    public boolean hasLocation(Location location) {
      return location == StandardLocation.SOURCE_OUTPUT || super.hasLocation(location);
    }

    @Override
    public boolean isSameFile(FileObject left, FileObject right) {
      return left.toUri().equals(right.toUri());
    }

    private JavaFileObject file(Location location, String path, JavaFileObject.Kind kind) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      files.put(location.getName() + "/" + path, bytes);
      URI uri = URI.create("memory:///" + location.getName() + "/" + path.replace("$", "%24"));
      return new SimpleJavaFileObject(uri, kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
          return bytes.toString(StandardCharsets.UTF_8);
        }
      };
    }

    private Map<String, String> text(String location) {
      Map<String, String> texts = new TreeMap<>();
      files.forEach(
          (path, bytes) -> {
            if (path.startsWith(location + "/")) {
              texts.put(
                  path.substring(location.length() + 1), bytes.toString(StandardCharsets.UTF_8));
            }
          });
      return texts;
    }
  }
}

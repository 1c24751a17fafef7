package dev.annette.processor.testing;

import dev.annette.Network;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.ir.Declaration;
import dev.annette.processor.read.Kinds;
import dev.annette.processor.read.NetworkReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Declarations read from text, for tests of the stages that follow reading. */
public final class Declarations {
  private Declarations() {}

  /**
   * Returns the network of these layers: {@code of("input = 4, loss = Loss.HUBER", "@Dense(units =
   * 1) Layer output;")}. All of {@code dev.annette} is imported, and the constants of its enums.
   */
  public static Declaration of(String network, String... layers) {
    return read(source("example.Sample", network, layers));
  }

  /** Returns the source of a public class that declares a network. */
  public static String source(String className, String network, String... layers) {
    int dot = className.lastIndexOf('.');
    return (dot < 0 ? "" : "package " + className.substring(0, dot) + ";\n")
        + "import dev.annette.*;\n"
        + "import static dev.annette.Activation.*;\n"
        + "import static dev.annette.Initializer.*;\n"
        + "@Network("
        + network
        + ")\npublic class "
        + className.substring(dot + 1)
        + " {\n  "
        + String.join("\n  ", layers)
        + "\n}\n";
  }

  private static Declaration read(String source) {
    Reader reader = new Reader();
    Compilation compilation =
        SourceCompiler.javac().with("-proc:only").processor(() -> reader).compile(source);
    if (reader.declarations.size() != 1 || reader.problems.anyErrors()) {
      throw new AssertionError(compilation.messages() + reader.problems.list());
    }
    return reader.declarations.get(0);
  }

  /** Reads declarations and does nothing with them. */
  private static final class Reader extends AbstractProcessor {
    private final List<Declaration> declarations = new ArrayList<>();
    private final Diagnostics problems = new Diagnostics();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      NetworkReader reader = new NetworkReader(Kinds.load());
      round.getElementsAnnotatedWith(Network.class).stream()
          .map(TypeElement.class::cast)
          .forEach(type -> reader.read(type, problems).ifPresent(declarations::add));
      return false;
    }
  }
}

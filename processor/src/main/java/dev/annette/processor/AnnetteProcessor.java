package dev.annette.processor;

import com.google.auto.service.AutoService;
import dev.annette.Network;
import dev.annette.processor.diagnostic.Diagnostic;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.read.ElementOrigin;
import dev.annette.processor.read.Kinds;
import dev.annette.processor.read.NetworkReader;
import dev.annette.processor.read.StrayAnnotations;
import dev.annette.processor.read.UnreadableValueException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Writes a trainer and a model for every class annotated with {@link Network}. */
@AutoService(Processor.class)
public final class AnnetteProcessor extends AbstractProcessor {
  private final Kinds kinds;

  /** Names of classes whose annotations could not be read yet; they are tried in the next round. */
  private final Set<String> deferred = new TreeSet<>();

  private NetworkCompiler compiler;
  private SourceTypes sources;
  private Options options;
  private DiagnosticPrinter printer;
  private GeneratedFiles files;

  /** Creates the processor; javac does. */
  public AnnetteProcessor() {
    this(Kinds.load());
  }

  /** Creates a processor for these kinds of layers and modifiers. */
  AnnetteProcessor(Kinds kinds) {
    this.kinds = kinds;
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    options = Options.of(environment.getOptions());
    compiler = new NetworkCompiler(new NetworkReader(kinds), options);
    printer = new DiagnosticPrinter(environment.getMessager());
    sources = new SourceTypes(environment);
    files = new GeneratedFiles(environment.getFiler(), sources);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    Set<String> names = new LinkedHashSet<>(kinds.annotationNames());
    // on the generated classes; javac warns of annotations that no processor claims
    names.add("javax.annotation.processing.Generated");
    return names;
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.KEYS;
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      return true;
    }
    sources.note(round);
    Set<TypeElement> networks = networks(round);
    StrayAnnotations.find(round, kinds, networks).forEach(printer::print);
    networks.forEach(this::process);
    return true;
  }

  /** Returns the networks of this round, and those of earlier rounds that could not be read. */
  private Set<TypeElement> networks(RoundEnvironment round) {
    Set<TypeElement> types = new LinkedHashSet<>();
    for (String name : deferred) {
      types.add(processingEnv.getElementUtils().getTypeElement(name));
    }
    types.remove(null);
    deferred.clear();
    for (Element element : round.getElementsAnnotatedWith(Network.class)) {
      if (element instanceof TypeElement type) {
        types.add(type);
      }
    }
    return types;
  }

  private void process(TypeElement type) {
    Diagnostics problems = new Diagnostics();
    try {
      Optional<CompiledNetwork> network = compiler.compile(type, problems);
      if (network.isPresent()) {
        write(type, network.get(), problems);
      }
    } catch (UnreadableValueException unreadable) {
      deferred.add(type.getQualifiedName().toString());
      return;
    } catch (UncheckedIOException unwritten) {
      problems.report(
          Problem.NOT_WRITTEN,
          ElementOrigin.of(type),
          "The classes of "
              + type.getSimpleName()
              + " cannot be written: "
              + unwritten.getCause().getMessage()
              + ". Check the folder of generated sources, and that nothing else writes them.");
    } catch (RuntimeException | LinkageError | StackOverflowError fault) {
      problems.report(
          Problem.INTERNAL, ElementOrigin.of(type), InternalFault.message(type, fault, files));
    }
    problems.list().forEach(problem -> printer.print(placed(problem, type)));
  }

  /** What is wrong where the compiler knows no line is shown at the network that names it. */
  private Diagnostic placed(Diagnostic problem, TypeElement network) {
    return sources.haveLine(((ElementOrigin) problem.origin()).element())
        ? problem
        : new Diagnostic(problem.problem(), ElementOrigin.ofRows(network), problem.message());
  }

  private void write(TypeElement type, CompiledNetwork network, Diagnostics problems) {
    ClassFileSize.check(network, type, problems);
    files.checkFree(network.sources(), type, problems);
    if (problems.anyErrors()) {
      return;
    }
    network.sources().forEach(source -> files.write(source, type));
    if (options.dumpsPlan()) {
      files.writePlan(network.training().declaration().type(), network.planText(), type);
    }
  }
}

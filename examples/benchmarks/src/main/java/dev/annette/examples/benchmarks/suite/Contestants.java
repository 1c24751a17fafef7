package dev.annette.examples.benchmarks.suite;

import dev.annette.examples.benchmarks.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Who takes part: Annette in every configuration, and every library that is there. */
final class Contestants {
  private static final String PACKAGE = "dev.annette.examples.benchmarks.";
  private static final List<String> VECTORS = List.of("--add-modules", "jdk.incubator.vector");
  private static final String[] THREAD_SETTINGS = {
    "OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"
  };

  private final Settings settings;
  private final Path java = Path.of(System.getProperty("java.home"));
  private final List<Contestant> present = new ArrayList<>();
  private final Map<String, String> absent = new LinkedHashMap<>();

  Contestants(Settings settings) throws IOException {
    this.settings = settings;
    present.add(annette("vector", kernels(java, "vector")));
    present.add(annette("scalar", kernels(java, "scalar")));
    if (settings.jdk().isPresent()) {
      Path other = settings.jdk().get();
      String release = "JDK " + release(other);
      present.add(annette("vector, " + release, kernels(other, "vector")));
      present.add(annette("scalar, " + release, kernels(other, "scalar")));
    }
    for (String how : new String[] {"plain", "fused", "jit", "compile"}) {
      python("PyTorch", how, "pytorch.py", task -> true);
    }
    List<String> djl =
        List.of("-Dai.djl.offline=true", "-DDJL_CACHE_DIR=" + settings.out().resolve("djl"));
    java("DJL", "djl", "djl.DjlLibrary", djl, task -> true);
    java("DL4J", "dl4j", "dl4j.Dl4jLibrary", List.of("-Xmx4g"), task -> true);
    java("ONNX Runtime", "onnxruntime", "onnx.OnnxLibrary", List.of(), task -> !task.training());
    python("scikit-learn", "", "scikit_learn.py", Contestants::isWithoutNoise);
    absent.put("Smile", "its perceptron takes no initial weights and tells no loss to compare");
    present.removeIf(c -> !c.isAnnette() && !c.name().matches(settings.contenders()));
  }

  /** Returns those that take part, this library in its fastest configuration first. */
  List<Contestant> present() {
    return present;
  }

  /** Returns who does not, and why. */
  Map<String, String> absent() {
    return absent;
  }

  /** Returns Annette as a user has it: it begins with scalar kernels, and vector ones take over. */
  Contestant annetteAsStarted() {
    List<String> command = new ArrayList<>(List.of(executable(java)));
    command.addAll(VECTORS);
    return annette("as started", command);
  }

  private static boolean isWithoutNoise(Task task) {
    return !task.training() || task.perceptron().dropout() == 0;
  }

  private static Contestant annette(String variant, List<String> jvm) {
    List<String> command = new ArrayList<>(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PACKAGE + "AnnetteLibrary");
    return new Contestant(Contestant.ANNETTE, variant, command, List.of(), Map.of(), task -> true);
  }

  private static List<String> kernels(Path jdk, String kernels) {
    List<String> command = new ArrayList<>(List.of(executable(jdk)));
    if (kernels.equals("vector")) {
      command.addAll(VECTORS);
    }
    command.add("-Dannette.kernels=" + kernels);
    return command;
  }

  private static String executable(Path jdk) {
    return jdk.resolve("bin").resolve("java").toString();
  }

  /** Returns the number of a JDK's release, as 25. */
  static String release(Path jdk) throws IOException {
    return Files.readAllLines(jdk.resolve("release")).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> line.replaceAll("[^0-9.]", "").split("\\.")[0])
        .findFirst()
        .orElse("unknown");
  }

  private void python(String library, String variant, String script, Predicate<Task> takes) {
    Optional<Path> python = settings.python();
    if (python.isEmpty()) {
      absent.put(library, "no Python named by benchmarks.python");
      return;
    }
    Path file = settings.home().resolve("src/main/python").resolve(script);
    present.add(
        new Contestant(
            library,
            variant,
            List.of(python.get().toString(), file.toString()),
            variant.isEmpty() ? List.of() : List.of(variant),
            threadSettings(),
            takes));
  }

  /** Adds a library of a module that lists its class path in a file. */
  private void java(
      String library, String module, String main, List<String> options, Predicate<Task> takes)
      throws IOException {
    Path target = settings.home().resolve("peers").resolve(module).resolve("target");
    Path classPath = target.resolve("class-path.txt");
    if (!Files.exists(classPath)) {
      absent.put(library, "the module peers/" + module + " is not built");
      return;
    }
    List<String> command = new ArrayList<>(List.of(executable(java)));
    command.addAll(options);
    command.add("-cp");
    command.add(
        String.join(
            System.getProperty("path.separator"),
            target.resolve("classes").toString(),
            Files.readString(classPath).strip()));
    command.add(PACKAGE + main);
    present.add(new Contestant(library, "", command, List.of(), threadSettings(), takes));
  }

  private static Map<String, String> threadSettings() {
    Map<String, String> environment = new LinkedHashMap<>();
    for (String setting : THREAD_SETTINGS) {
      environment.put(setting, "%THREADS%");
    }
    if (Machine.hasAvx512()) {
      // OpenBLAS takes processors that it does not know for old ones
      environment.put("OPENBLAS_CORETYPE", "SkylakeX");
    }
    return environment;
  }
}

package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import dev.annette.Activation;
import dev.annette.Loss;
import dev.annette.Network;
import dev.annette.processor.testing.ClassPaths;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.CustomParts;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SecondJdk;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.Annette;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training with every activation, loss and optimizer gives the same bits everywhere. */
class BitwiseTest {
  private static final String[] SCALAR = {"-Dannette.kernels=scalar"};
  private static final String[] VECTOR = {
    "-Dannette.kernels=vector", "--add-modules", "jdk.incubator.vector"
  };
  private static final Path OWN_JDK = Path.of(System.getProperty("java.home"));

  @TempDir private static Path classes;
  private static List<String> networks;
  private static List<String> scalar;

  @BeforeAll
  static void train_with_scalar_kernels() throws Exception {
    Compilation compilation =
        SourceCompiler.javac()
            .compileCleanly(
                Arrays.stream(Loss.values()).map(BitwiseTest::source).toArray(String[]::new));
    for (Map.Entry<String, byte[]> file : compilation.outputs().entrySet()) {
      Path path = classes.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    networks = Arrays.stream(Loss.values()).map(BitwiseTest::className).toList();
    scalar = run(OWN_JDK, SCALAR);
  }

  /** Returns three hidden layers; all losses together have every activation. */
  private static String source(Loss loss) {
    List<String> layers = new ArrayList<>(List.of("@Standardize Layer raw;"));
    String mask = ", mask = MaskScope." + (loss.ordinal() % 2 == 0 ? "PER_ROW" : "PER_BATCH");
    layers.add("@Dropout(value = 0.1" + mask + ") Layer pixels;");
    Activation[] all = Activation.values();
    String[] modifiers = {
      "@Dropout(value = 0.2" + mask + ") @L1(0.01) @GaussianNoise(0.05)",
      "@L2(0.1) @GaussianDropout(0.1)",
      "@L1(0.01) @L2(0.1) @AlphaDropout(0.1)"
    };
    for (int i = 0; i < 3; i++) {
      Activation activation = all[(3 * loss.ordinal() + i) % all.length];
      layers.add(
          "@Dense(units = %d, activation = %s) %s Layer hidden%d;"
              .formatted(67 - 8 * i, activation, modifiers[i], i));
    }
    boolean isCustom = loss == Loss.CUSTOM;
    String penalty =
        "@CustomPenalty(value = 0.1, penalty = " + "Net" + loss.ordinal() + ".OwnPenalty.class) ";
    layers.add("@Dense(units = 33, activation = SIGMOID) @KlSparsity(0.1) Layer code;");
    layers.add("@Dense(units = 10) " + (isCustom ? penalty : "") + "Layer output;");
    if (isCustom) {
      layers.add(CustomParts.LOSS);
      layers.add(CustomParts.PENALTY);
    }
    String attribute = CustomParts.attribute(loss, "Net" + loss.ordinal());
    return Declarations.source(
        className(loss), "input = 41, " + attribute, layers.toArray(String[]::new));
  }

  private static String className(Loss loss) {
    return "bits.Net" + loss.ordinal();
  }

  @Test
  void the_number_of_threads_changes_no_bit() {
    Map<String, String> digests = new HashMap<>();
    for (String line : scalar.subList(1, scalar.size() - 1)) {
      String[] words = line.split(" ");
      String first = digests.putIfAbsent(words[0], words[2]);
      assertEquals(first == null ? words[2] : first, words[2], line);
    }
    assertEquals(networks.size(), Map.copyOf(digests).values().stream().distinct().count());
    assertEquals("3", scalar.get(scalar.size() - 1), "workers beside the calling thread");
  }

  @Test
  void vector_kernels_change_no_bit() throws Exception {
    List<String> vector = run(OWN_JDK, VECTOR);
    assertTrue(vector.get(0).equals("vector") && scalar.get(0).equals("scalar"), vector.get(0));
    assertEquals(digests(scalar), digests(vector));
  }

  @Test
  void vector_kernels_that_take_over_within_a_run_change_no_bit() throws Exception {
    assertEquals(digests(scalar), digests(run(OWN_JDK, "--add-modules", "jdk.incubator.vector")));
  }

  @Test
  void the_width_of_vectors_changes_no_bit() throws Exception {
    String[] narrow = Arrays.copyOf(VECTOR, VECTOR.length + 1);
    narrow[VECTOR.length] = "-XX:MaxVectorSize=16";
    assertEquals(digests(scalar), digests(run(OWN_JDK, narrow)));
  }

  @Test
  void another_jdk_changes_no_bit() throws Exception {
    Optional<SecondJdk> other = SecondJdk.find();
    assumeTrue(other.isPresent(), SecondJdk.MISSING);
    assertEquals(digests(scalar), digests(run(other.get().home(), SCALAR)));
    assertEquals(digests(scalar), digests(run(other.get().home(), VECTOR)));
  }

  private static List<String> digests(List<String> lines) {
    return lines.subList(1, lines.size());
  }

  private static List<String> run(Path jdk, String... options) throws Exception {
    String classPath =
        classes
            + File.pathSeparator
            + ClassPaths.of(BitwiseRun.class, Network.class, Annette.class, JsonFactory.class);
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin").resolve("java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath, BitwiseRun.class.getName()));
    command.addAll(networks);
    Path errors = classes.resolve("errors.txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    byte[] output = process.getInputStream().readAllBytes();
    assertEquals(0, process.waitFor(), command + "\n" + Files.readString(errors));
    return new String(output, StandardCharsets.UTF_8).lines().toList();
  }
}

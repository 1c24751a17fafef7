package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import dev.annette.Network;
import dev.annette.processor.testing.ClassPaths;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.Annette;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that only loads models and predicts loads no class that is there for training. */
class PredictingProgramTest {
  private static final String NETWORKS =
      """
      package example;
      import dev.annette.*;
      class Networks {
        record Flower(@Standardize float length, @Categories({"a", "b"}) String kind,
            @Impute(Imputation.MEAN) @Log1p float age, @Label boolean grows) {}
        @Network(input = 4, loss = Loss.CROSS_ENTROPY)
        static class Numbers {
          @Standardize Layer features;
          @Dense(units = 8, activation = Activation.RELU) @L2(1) @Dropout(0.5) Layer hidden;
          @BatchNorm Layer middle;
          @Dense(units = 3) Layer output;
        }
        @Network(rows = Flower.class)
        static class Flowers {
          @Dense(units = 8, activation = Activation.TANH) @L1(1) Layer hidden;
          @Dense Layer output;
        }
      }
      """;

  private static final String TRAINING =
      """
      package example;
      import dev.annette.runtime.data.Dataset;
      import dev.annette.runtime.train.Training;
      import java.nio.file.Path;
      import java.util.List;
      class TrainingProgram {
        public static void main(String[] files) throws Exception {
          var numbers = Networks_NumbersTrainer.create(1);
          float[][] rows = {{1, 2, 3, 4}, {4, 3, 2, 1}, {0, 1, 1, 0}};
          numbers.fit(Dataset.ofClasses(rows, new int[] {0, 1, 2}), Training.epochs(1));
          numbers.model().save(Path.of(files[0]));
          var flowers = Networks_FlowersTrainer.create(1);
          flowers.fit(List.of(new Networks.Flower(1, "a", 2, true),
              new Networks.Flower(3, "b", 4, false)), Training.epochs(1));
          flowers.model().save(Path.of(files[1]));
        }
      }
      """;

  private static final String PREDICTING =
      """
      package example;
      import java.nio.file.Path;
      class PredictingProgram {
        public static void main(String[] files) throws Exception {
          var numbers = Networks_NumbersModel.load(Path.of(files[0]));
          System.out.println("class " + numbers.classify(new float[] {1, 2, 3, 4}));
          numbers.predictor().predict(new float[8], 2, new float[6]);
          var flowers = Networks_FlowersModel.load(Path.of(files[1]));
          System.out.println("grows " + flowers.predict(new Networks.Flower(1, "a", 2, true)));
        }
      }
      """;

  /** The packages that predictions need. */
  private static final Set<String> NEEDED =
      Set.of(
          "dev.annette",
          "dev.annette.rule",
          "dev.annette.runtime",
          "dev.annette.runtime.json",
          "dev.annette.runtime.kernel",
          "dev.annette.runtime.kernel.activation",
          "dev.annette.runtime.model",
          "dev.annette.runtime.rows",
          "dev.annette.runtime.text");

  private static final Pattern LOADED =
      Pattern.compile("\\[class,load\\] ((?:dev\\.annette|example)\\.[\\w.$]+)");

  @TempDir private static Path folder;

  private static Set<String> training;
  private static Set<String> predicting;

  @BeforeAll
  static void run() throws IOException, InterruptedException {
    Map<String, byte[]> classes =
        SourceCompiler.javac().compileCleanly(NETWORKS, TRAINING, PREDICTING).classes("example/");
    Files.createDirectory(folder.resolve("example"));
    for (Map.Entry<String, byte[]> file : classes.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    training = classesLoadedBy("example.TrainingProgram");
    predicting = classesLoadedBy("example.PredictingProgram");
  }

  @Test
  void predictions_load_only_what_they_need() {
    Set<String> packages =
        predicting.stream()
            .map(name -> name.substring(0, name.lastIndexOf('.')))
            .filter(name -> !name.equals("example"))
            .collect(Collectors.toCollection(TreeSet::new));
    packages.removeAll(NEEDED);
    assertEquals(
        Set.of(),
        packages,
        () ->
            predicting.stream()
                .filter(n -> packages.stream().anyMatch(n::startsWith))
                .toList()
                .toString());
  }

  @Test
  void predictions_load_the_models_and_no_trainer() {
    assertTrue(predicting.contains("example.Networks_NumbersModel"), predicting::toString);
    assertTrue(predicting.contains("example.Networks_FlowersModel"), predicting::toString);
    assertEquals(List.of(), predicting.stream().filter(name -> name.endsWith("Trainer")).toList());
  }

  @Test
  void training_would_be_noticed() {
    assertTrue(training.contains("dev.annette.runtime.train.Training"), training::toString);
    assertTrue(training.contains("example.Networks_FlowersTrainer"), training::toString);
  }

  /** Runs a program in a JVM of its own and returns the classes of Annette and its own. */
  private static Set<String> classesLoadedBy(String program)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load=info:stdout:tags",
                "-cp",
                folder
                    + File.pathSeparator
                    + ClassPaths.of(Network.class, Annette.class, JsonFactory.class),
                program,
                folder.resolve("numbers.json").toString(),
                folder.resolve("flowers.json").toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    Set<String> classes = new TreeSet<>();
    Matcher loaded = LOADED.matcher(output);
    while (loaded.find()) {
      classes.add(loaded.group(1));
    }
    return classes;
  }
}

package dev.annette.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.WeightMatrix;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a summary says is what the generated classes have. */
class SummaryTest {
  private static final String NAME = "example.Sample";

  @Test
  void layers_are_listed_with_all_that_acts_on_them() {
    Compilation compilation =
        compile(
            "input = {4, 5}, loss = Loss.CROSS_ENTROPY, scaling = PenaltyScaling.KERAS",
            "@Standardize Layer pixels;",
            "@Dense(units = 1200, activation = LEAKY_RELU, bias = false) @BatchNorm @MaxNorm(3)"
                + " Layer wide;",
            "@Dropout(0.2) Layer noisy;",
            "@Dense(units = 8) @L2(value = 0.1, bias = true) @L1(0.5)"
                + " @ActivityL1(0.125) Layer narrow;",
            "@Dense(units = 3) @L2(value = 2, scaling = PenaltyScaling.TEXTBOOK) @GroupLasso(0.25)"
                + " @NonNegative Layer output;");
    assertEquals(
        """
        layer   kind         activation  output  parameters  predicting  training
        pixels  standardize               4 x 5                      20        20
        wide    dense        leaky relu   1,200      26,400      25,200    62,400
          + @BatchNorm
          + @MaxNorm(3)
        noisy   identity                  1,200
          + @Dropout(0.2)
        narrow  dense                         8       9,608       9,600    28,800
          + @ActivityL1(0.125)
          + @L2(0.1): 2 * 0.1, on biases too
          + @L1(0.5): 0.5
        output  dense                         3          27          24        72
          + @L2(2): 2/m
          + @GroupLasso(0.25): 0.25
          + @NonNegative

        36,035 parameters, a model of 163,500 bytes
        multiply-adds of a row: 34,844 predicting, 91,292 training
        training: 177,900 bytes and 29,004 for each row of a batch, 1,106,028 with 32 rows,
          and 144,140 for each array that the optimizer keeps
        """,
        summary(compilation));
  }

  @Test
  void columns_are_listed_with_what_they_become() {
    Compilation compilation =
        SourceCompiler.javac()
            .compileCleanly(
                """
                package example;
                import dev.annette.*;
                import java.util.*;
                @Network(rows = Sample.Row.class)
                public class Sample {
                  enum Port { A, B, C }
                  record Row(
                      @Standardize float fare, @Impute(Imputation.MEAN) @Standardize Optional<Double> age,
                      Port port, boolean alone, @Ignore String name,
                      @Categories({"<1", "*/", "{@x}"}) String deck, @Label boolean survived) {}
                  @Dense(units = 4, activation = Activation.RELU) Layer hidden;
                  @Dense Layer output;
                }
                """);
    assertEquals(
        """
        column    type              becomes                     features
        fare      float             @Standardize                       1
        age       Optional<Double>  @Standardize @Impute(MEAN)         2
        port      Sample.Port       one-hot                            3
        alone     boolean           0 or 1                             1
        name      String            @Ignore
        deck      String            @Categories                        3
        survived  boolean           @Label
                                                                      10

        layer    kind     activation  output  parameters  predicting  training
        columns  columns                  10                      20        20
        hidden   dense    relu             4      40 + 4          40        80
        output   dense                     1       4 + 1           4        12

        49 parameters, a model of 316 bytes
        multiply-adds of a row: 64 predicting, 112 training
        training: 316 bytes and 124 for each row of a batch, 4,284 with 32 rows,
          and 196 for each array that the optimizer keeps
        """,
        summary(compilation));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Dense(units = 7, activation = RELU)",
        "@Dense(units = 7, activation = RELU, bias = false) @BatchNorm @Dropout(0.5)",
        "@Dense(units = 7, activation = TANH) @LayerNorm @ActivityL2(0.1)",
        "@Dense(units = 7, activation = SELU) @DropConnect(0.25)",
        "@Dense(units = 7, activation = SIGMOID) @KlSparsity(0.1)",
        "@Dense(units = 7, activation = TANH) @RmsNorm @GaussianNoise(0.1) @GaussianDropout(0.1)",
        "@Dense(units = 7, activation = SELU) @Init(Initializer.LECUN_NORMAL) @AlphaDropout(0.1)",
        "@Standardize"
      })
  void memory_is_that_of_the_arrays(String layer) {
    Compilation compilation =
        compile(
            "input = 5, loss = Loss.MEAN_SQUARED_ERROR",
            layer + " Layer first;",
            "@Dense(units = 2) Layer output;");
    String summary = summary(compilation);
    NetworkTrainer<?> trainer = compilation.network(NAME).create(1);
    trainer.fit(rows(), Training.epochs(1).batchSize(32).optimizer(Sgd.of(0.01)).threads(1));
    Matcher memory =
        Pattern.compile("training: [0-9,]+ bytes and [0-9,]+ for .*, ([0-9,]+) with 32 rows")
            .matcher(summary);
    assertTrue(memory.find(), summary);
    assertEquals(bytes(trainer), number(memory.group(1)), summary);
    Matcher model =
        Pattern.compile("([0-9,]+) parameters, a model of ([0-9,]+) bytes").matcher(summary);
    assertTrue(model.find(), summary);
    assertEquals(trainer.description().parameterCount(), number(model.group(1)));
    assertEquals(bytes(trainer.model()), number(model.group(2)), summary);
  }

  @Test
  void products_are_counted_as_often_as_they_are_made() {
    String summary =
        summary(
            compile(
                "input = 5, loss = Loss.MEAN_SQUARED_ERROR",
                "@Dense(units = 7) Layer first;",
                "@Dense(units = 2) Layer output;"));
    // forward and the gradient of the weights; behind the first layer that of the input as well
    assertTrue(
        summary.contains(
            "multiply-adds of a row: %d predicting, %d training"
                .formatted(5 * 7 + 7 * 2, 2 * 5 * 7 + 3 * 7 * 2)),
        summary);
  }

  @Test
  void both_classes_show_it_in_their_comments() {
    Compilation compilation =
        compile(
            "input = 5, loss = Loss.MEAN_SQUARED_ERROR",
            "@Dense(units = 7) @L2(0.1) Layer first;",
            "@Dense(units = 2) Layer output;");
    for (String type : List.of("Trainer", "Model")) {
      String comment = compilation.source(NAME + type).split("\n@Generated")[0];
      for (String line : summary(compilation).lines().toList()) {
        assertTrue(comment.contains("\n *   " + line) || line.isEmpty(), () -> type + line);
      }
    }
  }

  @Test
  void a_run_fills_in_its_numbers() {
    Compilation compilation =
        compile(
            "input = 5, loss = Loss.MEAN_SQUARED_ERROR",
            "@Dense(units = 7) @L2(0.1) Layer first;",
            "@Dense(units = 2) Layer output;");
    String summary = summary(compilation);
    NetworkTrainer<?> trainer = compilation.network(NAME).create(3);
    assertEquals(summary, trainer.summary());
    assertEquals(summary, trainer.model().summary());
    assertTrue(summary.contains("\n  + @L2(0.1): 0.1/m\n"), summary);
    trainer.fit(rows(), Training.epochs(2).batchSize(32).optimizer(Sgd.momentum(0.01, 0.9)));
    String run =
        """

        trained: 4 steps in 2 epochs, Sgd.momentum(0.01, 0.9), m = 40, seed 3
          first.weights.l2: lambda 0.1 textbook, effective 2.50e-3
        """;
    assertEquals(summary + run, trainer.model().summary());
    assertEquals(summary + run, compilation.network(NAME).load(trainer.model().toJson()).summary());
    long perRow = 4 * (7 + 7 + 2 + 2 + 1);
    assertEquals(
        summary
            + run
            + "memory: %d bytes of parameters, %d of the optimizer, %,d for batches of 32 rows\n"
                .formatted(4 * 58, 4 * 58, 32 * perRow),
        trainer.summary());
  }

  @Test
  void the_page_shows_a_real_one() throws IOException {
    String source = Files.readString(Path.of("src", "test", "resources", "golden", "Digits.java"));
    NetworkTrainer<?> trainer =
        SourceCompiler.javac().compileCleanly(source).network("com.example.Digits").create(42);
    float[] features = new float[1437 * 64];
    for (int i = 0; i < features.length; i++) {
      features[i] = i % 7 - 3;
    }
    Training run = Training.epochs(200).batchSize(64).optimizer(Sgd.momentum(0.03, 0.9));
    trainer.fit(Dataset.ofClasses(features, 1437, new int[1437]), run.metrics(false));
    String page = Files.readString(Path.of("..", "runtime", "docs", "summary.md"));
    for (String block : trainer.summary().split("\n\n(?=trained)")) {
      String indented = block.strip().indent(4).replace("\n    \n", "\n\n");
      assertTrue(page.contains(indented), trainer.summary());
    }
  }

  private static Dataset rows() {
    float[][] features = new float[40][5];
    float[][] targets = new float[40][2];
    for (int i = 0; i < 40; i++) {
      features[i][i % 5] = i;
      targets[i][i % 2] = 1;
    }
    return Dataset.ofValues(features, targets);
  }

  private static Compilation compile(String network, String... layers) {
    return SourceCompiler.javac()
        .with("-Xlint:all", "-Xdoclint:all,-missing", "-Werror")
        .compileCleanly(Declarations.source(NAME, network, layers));
  }

  private static String summary(Compilation compilation) {
    try {
      Class<?> model = compilation.network(NAME).modelClass();
      String summary = (String) model.getField("SUMMARY").get(null);
      assertTrue(summary.lines().allMatch(line -> line.length() <= 84), summary);
      assertTrue(summary.chars().allMatch(character -> character < 127), summary);
      return summary;
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError(missing);
    }
  }

  /** Returns the bytes of the arrays of numbers that an object holds itself, or in matrices. */
  private static long bytes(Object object) {
    Set<float[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    addArrays(object, arrays);
    return arrays.stream().mapToLong(array -> 4L * array.length).sum();
  }

  private static void addArrays(Object object, Set<float[]> arrays) {
    for (Field field : object.getClass().getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        continue;
      }
      try {
        field.setAccessible(true);
        Object value = field.get(object);
        if (value instanceof float[] numbers) {
          arrays.add(numbers);
        } else if (value instanceof WeightMatrix matrix) {
          addArrays(matrix, arrays);
        }
      } catch (IllegalAccessException hidden) {
        throw new AssertionError(hidden);
      }
    }
  }

  private static long number(String text) {
    return Long.parseLong(text.replace(",", "").toLowerCase(Locale.ROOT));
  }
}

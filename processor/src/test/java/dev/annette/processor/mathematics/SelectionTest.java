package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.selection.Ablation;
import dev.annette.runtime.selection.AblationResult;
import dev.annette.runtime.selection.CrossValidation;
import dev.annette.runtime.selection.CrossValidationResult;
import dev.annette.runtime.selection.PathResult;
import dev.annette.runtime.selection.RegularizationPath;
import dev.annette.runtime.selection.Resampling;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Model selection with networks that the processor writes. */
class SelectionTest {
  private static final Training TRAINING =
      Training.epochs(600).fullBatch().threads(1).optimizer(Sgd.momentum(0.3, 0.8));

  @SuppressWarnings("unchecked")
  private static LongFunction<NetworkTrainer<NetworkModel>> network(String loss, String... layers) {
    Compilation compilation =
        SourceCompiler.javac()
            .compile(Declarations.source("example.Sample", "input = 6, loss = " + loss, layers));
    assertTrue(compilation.succeeded(), compilation::messages);
    GeneratedNetwork network = compilation.network("example.Sample");
    return seed -> (NetworkTrainer<NetworkModel>) network.create(seed);
  }

  /** Three classes of unequal sizes around centres of their own, in columns of unequal scales. */
  private static Dataset classes() {
    Random random = new Random(3);
    float[][] features = new float[90][6];
    int[] labels = new int[90];
    for (int row = 0; row < 90; row++) {
      labels[row] = row % 9 < 4 ? 0 : row % 9 < 7 ? 1 : 2;
      for (int column = 0; column < 6; column++) {
        double centre = column < 3 && labels[row] == column ? 1 : 0;
        features[row][column] = (float) ((centre + random.nextGaussian()) * (1 + column));
      }
    }
    return Dataset.ofClasses(features, labels);
  }

  /** The same rows with a yes and a no. */
  private static Dataset answers() {
    Dataset classes = classes();
    float[][] features = new float[90][];
    float[][] targets = new float[90][];
    for (int row = 0; row < 90; row++) {
      features[row] = classes.row(row);
      targets[row] = new float[] {classes.label(row) == 0 ? 1 : 0, classes.label(row) == 2 ? 1 : 0};
    }
    return Dataset.ofValues(features, targets);
  }

  @ParameterizedTest
  @CsvSource({
    "CROSS_ENTROPY, 3, TEXTBOOK, 1.02",
    "CROSS_ENTROPY, 3, SKLEARN_LOGISTIC, 0.98",
    "BINARY_CROSS_ENTROPY, 2, KERAS, 1.02",
    "MEAN_SQUARED_ERROR, 2, SKLEARN_LASSO, 1.02"
  })
  void the_path_of_a_single_layer_begins_where_its_last_weight_vanishes(
      String loss, int units, String scaling, double stronger) {
    LongFunction<NetworkTrainer<NetworkModel>> trainers =
        network(
            "Loss." + loss,
            "@Standardize Layer columns;",
            "@Dense(units = %d) @L1(value = 1, scaling = PenaltyScaling.%s) Layer output;"
                .formatted(units, scaling));
    Dataset rows = units == 3 ? classes() : answers();
    RegularizationPath path =
        RegularizationPath.l1("output").points(3).ratio(0.5).resampling(Resampling.holdout(0.2));
    double first = path.run(trainers, rows, TRAINING).points().get(0).lambda();
    PathResult<NetworkModel> around =
        path.lambdas(first * stronger, first / stronger).run(trainers, rows, TRAINING);
    assertEquals(0, around.points().get(0).nonZero().get("output"));
    assertEquals(1, around.points().get(1).nonZero().get("output"));
  }

  /** The exact λ is that of the rows as they are, with free biases and weights. */
  static Stream<Arguments> othersThanRowsAndWeights() {
    String plain = "@L1(0.03)";
    return Stream.of(
        Arguments.of("class weights", plain, TRAINING.classWeights(6, 1, 1)),
        Arguments.of("balanced classes", plain, TRAINING.balancedClassWeights()),
        Arguments.of("label smoothing", plain, TRAINING.labelSmoothing(0.5)),
        Arguments.of("mixup", plain, TRAINING.mixup(1)),
        Arguments.of("penalised biases", "@L1(value = 0.03, bias = true)", TRAINING),
        Arguments.of("an L2 penalty on biases", plain + " @L2(value = 0.5, bias = true)", TRAINING),
        Arguments.of("a constraint", plain + " @NonNegative", TRAINING),
        Arguments.of("a penalty that is not flat at 0", plain + " @GroupLasso(0.001)", TRAINING));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("othersThanRowsAndWeights")
  void what_else_takes_part_is_searched_through(String what, String modifiers, Training training) {
    LongFunction<NetworkTrainer<NetworkModel>> trainers =
        network(
            "Loss.CROSS_ENTROPY, scaling = PenaltyScaling.KERAS",
            "@Standardize Layer columns;",
            "@Dense(units = 3) " + modifiers + " Layer output;");
    PathResult<NetworkModel> path =
        RegularizationPath.l1("output")
            .points(2)
            .ratio(0.4)
            .resampling(Resampling.holdout(0.2))
            .run(trainers, classes(), training);
    assertEquals(0, path.points().get(0).nonZero().get("output"));
    assertTrue(path.points().get(1).nonZero().get("output") > 0);
    double doublings = Math.log(path.points().get(0).lambda() / 0.03) / Math.log(2);
    assertEquals(Math.rint(doublings), doublings, 1e-9);
  }

  @Test
  void an_activation_other_than_the_losss_own_is_searched_through() {
    LongFunction<NetworkTrainer<NetworkModel>> trainers =
        network(
            "Loss.MEAN_SQUARED_ERROR",
            "@Standardize Layer columns;",
            "@Dense(units = 2, activation = SIGMOID) @L1(value = 0.03, scaling ="
                + " PenaltyScaling.KERAS) Layer output;");
    PathResult<NetworkModel> path =
        RegularizationPath.l1("output")
            .points(2)
            .ratio(0.5)
            .resampling(Resampling.holdout(0.2))
            .run(trainers, answers(), TRAINING);
    assertEquals(0, path.points().get(0).nonZero().get("output"));
    assertTrue(path.points().get(1).nonZero().get("output") > 0);
    double doublings = Math.log(path.points().get(0).lambda() / 0.03) / Math.log(2);
    assertEquals(Math.rint(doublings), doublings, 1e-9);
  }

  @Test
  void an_ablation_leaves_out_what_the_annotations_declare() {
    LongFunction<NetworkTrainer<NetworkModel>> trainers =
        network(
            "Loss.CROSS_ENTROPY",
            "@Dropout(0.1) Layer columns;",
            "@Dense(units = 8, activation = RELU) @L2(1) @Dropout(0.5) Layer hidden;",
            "@Dense(units = 3) @WeightDecay(0.01) @GroupLasso(0.01) Layer output;");
    AblationResult result =
        Ablation.ofDeclared()
            .seeds(1)
            .run(trainers, classes(), Training.epochs(2).optimizer(Sgd.of(0.1)).threads(1));
    assertEquals(
        List.of(
            "dropout of columns",
            "l2 of hidden",
            "dropout of hidden",
            "groupLasso of output",
            "weightDecay of output"),
        result.factors().stream().sorted((a, b) -> order(a) - order(b)).toList());
    assertEquals(32, result.rows().size());
    assertEquals(
        32,
        result.rows().stream()
            .map(row -> row.outcome().scores().orElseThrow().trainingLoss())
            .distinct()
            .count());
  }

  private static int order(String factor) {
    return List.of("columns", "hidden", "output").indexOf(factor.replaceAll(".* of ", "")) * 10
        + List.of("l2", "dropout", "groupLasso", "weightDecay")
            .indexOf(factor.replaceAll(" of .*", ""));
  }

  @Test
  void cross_validation_pools_the_confusions_of_all_folds() {
    LongFunction<NetworkTrainer<NetworkModel>> trainers =
        network(
            "Loss.CROSS_ENTROPY", "@Standardize Layer columns;", "@Dense(units = 3) Layer output;");
    CrossValidationResult<NetworkModel> result =
        CrossValidation.folds(5).seed(2).run(trainers, classes(), TRAINING);
    double all = 0;
    for (int actual = 0; actual < 3; actual++) {
      for (int predicted = 0; predicted < 3; predicted++) {
        all += result.pooled().confusion().orElseThrow().count(actual, predicted);
      }
    }
    assertEquals(90, all);
    double accuracy = result.pooled().metrics().get("accuracy");
    assertEquals(result.scores().metrics().get("accuracy").mean(), accuracy, 1e-12);
    assertTrue(accuracy > 0.5, () -> "" + accuracy);
  }
}

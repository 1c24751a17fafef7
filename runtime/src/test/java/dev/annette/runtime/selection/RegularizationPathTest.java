package dev.annette.runtime.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annette.L1Method;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.HiddenModel;
import dev.annette.runtime.train.HiddenTrainer;
import dev.annette.runtime.train.LinearModel;
import dev.annette.runtime.train.LinearTrainer;
import dev.annette.runtime.train.Rows;
import dev.annette.runtime.train.Setting;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Paths of the diabetes data against scikit-learn's; its numbers are from lasso_path.py. */
class RegularizationPathTest {
  private static final Training TRAINING =
      Training.epochs(300)
          .fullBatch()
          .shuffle(false)
          .threads(1)
          .optimizer(Sgd.momentum(0.85, 0.85));
  private static final Dataset ROWS = Diabetes.read();
  private static JsonNode scikitLearn;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = RegularizationPathTest.class.getResourceAsStream("lasso-path.json")) {
      scikitLearn = new ObjectMapper().readTree(in);
    }
  }

  private static LinearTrainer lasso(PenaltyScaling scaling) {
    return LinearTrainer.halfSquared(10).l1(1, scaling, L1Method.PROXIMAL);
  }

  private static Resampling consecutive(int k) {
    return (rows, seed) -> Diabetes.consecutive(rows, k);
  }

  /** Returns the coefficients of scikit-learn's columns. */
  private static double[] coefficients(LinearModel model) {
    float[] weights = model.content().tensor(0);
    double[] coefficients = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      coefficients[i] = weights[i] * Diabetes.SCALE;
    }
    return coefficients;
  }

  private static double[] doubles(JsonNode array) {
    double[] doubles = new double[array.size()];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = array.get(i).asDouble();
    }
    return doubles;
  }

  private static Set<Integer> active(double[] coefficients) {
    Set<Integer> active = new TreeSet<>();
    for (int i = 0; i < coefficients.length; i++) {
      if (coefficients[i] != 0) {
        active.add(i);
      }
    }
    return active;
  }

  private static void assertSameModel(double[] expected, double[] actual, String where) {
    double largest = 0;
    for (double coefficient : expected) {
      largest = Math.max(largest, Math.abs(coefficient));
    }
    assertEquals(active(expected), active(actual), where);
    assertArrayEquals(expected, actual, 1e-4 * largest, where);
  }

  @Test
  void the_lasso_path_and_its_choice_are_those_of_scikit_learn() {
    PathResult<LinearModel> path =
        RegularizationPath.l1("output")
            .resampling(consecutive(5))
            .run(lasso(PenaltyScaling.SKLEARN_LASSO)::fresh, ROWS, TRAINING);
    double[] alphas = doubles(scikitLearn.get("alphas"));
    assertEquals(2.1480435755, alphas[0], 1e-7);
    assertEquals(100, path.points().size());
    for (int i = 0; i < 100; i++) {
      PathPoint<LinearModel> point = path.points().get(i);
      assertEquals(alphas[i], point.lambda() / Diabetes.SCALE, 1e-6 * alphas[i]);
      assertEquals(point.lambda(), point.effective());
      double[] expected = doubles(scikitLearn.get("coefficients").get(i));
      assertSameModel(expected, coefficients(point.model()), "alpha " + alphas[i]);
      assertEquals((long) active(expected).size(), point.nonZero().get("output"));
      double[] errors = doubles(scikitLearn.at("/cv/mse").get(i));
      for (int fold = 0; fold < 5; fold++) {
        double half = point.validationLoss().values().get(fold);
        assertEquals(errors[fold], 2 * half, 1e-5 * errors[fold], "fold " + fold);
      }
    }
    assertEquals(
        scikitLearn.at("/cv/alpha").asDouble() * Diabetes.SCALE, path.best().lambda(), 1e-4);
    assertSame(path.points().get(91), path.best());
    assertSame(path.points().get(35), path.oneStandardError());
  }

  @Test
  void features_enter_at_the_knots_of_least_angle_regression() {
    double[] knots = doubles(scikitLearn.at("/lars/knots"));
    List<String> entering = List.of("bmi", "s5", "bp", "s3", "sex", "s6", "s1", "s4", "s2", "age");
    double[] lambdas = new double[2 * entering.size()];
    for (int i = 0; i < lambdas.length; i++) {
      lambdas[i] = knots[i / 2] * Diabetes.SCALE * (i % 2 == 0 ? 1.002 : 0.998);
    }
    PathResult<LinearModel> path =
        RegularizationPath.l1("output")
            .lambdas(lambdas)
            .resampling(Resampling.holdout(0.1))
            .run(lasso(PenaltyScaling.PYTORCH)::fresh, ROWS, TRAINING.withEpochs(1000));
    Set<Integer> before = Set.of();
    for (int i = 0; i < entering.size(); i++) {
      assertEquals(before, active(coefficients(path.points().get(2 * i).model())));
      Set<Integer> after = active(coefficients(path.points().get(2 * i + 1).model()));
      Set<Integer> expected = new TreeSet<>(before);
      expected.add(ROWS.columnNames().indexOf(entering.get(i)));
      assertEquals(expected, after, "at knot " + knots[i]);
      before = after;
    }
  }

  @Test
  void an_elastic_net_is_a_path_of_two_penalties() {
    JsonNode expected = scikitLearn.get("elasticNet");
    double[] lambdas = doubles(expected.get("lambdas"));
    LinearTrainer trainer = lasso(PenaltyScaling.SKLEARN_LASSO).l2(1, PenaltyScaling.SKLEARN_LASSO);
    double factor = 0.002 / 0.998 * Diabetes.SCALE; // squares have another power of the scale
    Training training = TRAINING.optimizer(Sgd.momentum(0.6, 0.85));
    for (int i = 0; i < lambdas.length; i++) {
      PathResult<LinearModel> path =
          RegularizationPath.l1("output")
              .and(Setting.l2("output"), factor)
              .lambdas(lambdas[i] * Diabetes.SCALE)
              .resampling(Resampling.holdout(0.1))
              .run(trainer::fresh, ROWS, training);
      double[] found = coefficients(path.best().model());
      assertSameModel(doubles(expected.get("coefficients").get(i)), found, "at " + lambdas[i]);
    }
    assertEquals(10, lambdas.length);
  }

  @Test
  void the_effective_strength_is_the_same_in_folds_of_fewer_rows() {
    RegularizationPath options =
        RegularizationPath.l1("output").points(5).ratio(0.1).resampling(consecutive(3));
    PathResult<LinearModel> textbook =
        options.run(lasso(PenaltyScaling.TEXTBOOK)::fresh, ROWS, TRAINING);
    PathResult<LinearModel> lasso =
        options.run(lasso(PenaltyScaling.SKLEARN_LASSO)::fresh, ROWS, TRAINING);
    for (int i = 0; i < 5; i++) {
      PathPoint<LinearModel> point = textbook.points().get(i);
      PathPoint<LinearModel> other = lasso.points().get(i);
      assertEquals(other.lambda(), point.effective(), 1e-9 * other.lambda());
      assertEquals(point.effective() * 2 * 442, point.lambda(), 1e-9 * point.lambda());
      for (int fold = 0; fold < 3; fold++) {
        assertEquals(
            other.validationLoss().values().get(fold),
            point.validationLoss().values().get(fold),
            1e-4 * other.validationLoss().mean());
      }
    }
  }

  @Test
  void a_scaling_by_the_rows_of_a_batch_is_refused_where_they_differ() {
    LinearTrainer ridge = LinearTrainer.halfSquared(10).l2(1, PenaltyScaling.SKLEARN_MLP);
    RegularizationPath path =
        RegularizationPath.l2("output").lambdas(20).resampling(consecutive(2));
    Training brief = Training.epochs(2).optimizer(Sgd.of(0.1)).threads(1);
    path.run(ridge::fresh, ROWS, brief.batchSize(221));
    assertRefused(
        "l2 of output is divided by the rows of a batch, which are fewer in fold 1, so its"
            + " effective strength is 0.0904977375566 there and 0.0452488687783 on all rows. Say"
            + " batchSize(n), with n no more than a fold trains on, or give the penalty another"
            + " scaling.",
        () -> path.run(ridge::fresh, ROWS, brief.fullBatch()));
  }

  @Test
  void the_largest_lambda_of_weighted_rows_counts_them() {
    float[] weights = new float[442];
    int[] repeated = new int[442 + 221];
    for (int row = 0; row < 442; row++) {
      weights[row] = 1 + row % 2;
      repeated[row] = row;
      if (row % 2 == 1) {
        repeated[442 + row / 2] = row;
      }
    }
    RegularizationPath path =
        RegularizationPath.l1("output").points(2).ratio(0.5).resampling(Resampling.holdout(0.1));
    LinearTrainer trainer = lasso(PenaltyScaling.PYTORCH);
    double weighted =
        path.run(trainer::fresh, ROWS.withWeights(weights), TRAINING).points().get(0).lambda();
    double counted =
        path.run(trainer::fresh, ROWS.select(repeated), TRAINING).points().get(0).lambda();
    assertEquals(counted, weighted, 1e-5 * counted);
  }

  @Test
  void a_network_with_a_hidden_layer_begins_where_the_weights_vanish() {
    Dataset rows = Rows.regression(60, HiddenTrainer.INPUT_SIZE, HiddenTrainer.OUTPUT_UNITS);
    Training training = Training.epochs(150).threads(1).optimizer(Sgd.of(0.02));
    PathResult<HiddenModel> path =
        RegularizationPath.l1("output")
            .points(4)
            .ratio(0.01)
            .folds(2)
            .run(HiddenTrainer::create, rows, training.l2("hidden", 0).dropout("hidden", 0));
    List<Long> counts = new ArrayList<>();
    path.points().forEach(point -> counts.add(point.nonZero().get("output")));
    assertEquals(0L, counts.get(0), counts::toString);
    assertTrue(counts.get(1) < counts.get(2) && counts.get(2) < counts.get(3), counts::toString);
    double first = path.points().get(0).lambda();
    double doublings = Math.log(first / 0.5) / Math.log(2); // 0.5 is declared
    assertEquals(Math.rint(doublings), doublings, 1e-9);
    assertTrue(path.best().validationLoss().mean() < path.points().get(0).validationLoss().mean());
  }

  @Test
  void every_strength_starts_from_the_one_before() {
    Dataset rows = Rows.regression(60, HiddenTrainer.INPUT_SIZE, HiddenTrainer.OUTPUT_UNITS);
    Training training = Training.epochs(3).threads(1).optimizer(Sgd.momentum(0.02, 0.9));
    RegularizationPath path = RegularizationPath.l2("hidden").lambdas(20, 5).folds(2).seed(5);
    HiddenTrainer falling = HiddenTrainer.create(5);
    falling.fit(rows, training.l2("hidden", 20));
    byte[] strongest = falling.model().toJson();
    falling.fit(rows, training.l2("hidden", 5));
    PathResult<HiddenModel> result = path.run(HiddenTrainer::create, rows, training);
    assertArrayEquals(strongest, result.points().get(0).model().toJson());
    assertArrayEquals(falling.model().toJson(), result.points().get(1).model().toJson());
    HiddenTrainer rising = HiddenTrainer.create(5);
    rising.fit(rows, training.l2("hidden", 5));
    byte[] weakest = rising.model().toJson();
    rising.fit(rows, training.l2("hidden", 20));
    result = path.weakestFirst().run(HiddenTrainer::create, rows, training);
    assertArrayEquals(rising.model().toJson(), result.points().get(0).model().toJson());
    assertArrayEquals(weakest, result.points().get(1).model().toJson());
  }

  @Test
  void a_path_is_the_same_when_run_again() {
    Dataset rows = Rows.regression(60, HiddenTrainer.INPUT_SIZE, HiddenTrainer.OUTPUT_UNITS);
    Training training = Training.epochs(3).threads(1).optimizer(Sgd.of(0.02));
    RegularizationPath path = RegularizationPath.l2("hidden").from(20).points(3).folds(2).seed(5);
    PathResult<HiddenModel> once = path.run(HiddenTrainer::create, rows, training);
    PathResult<HiddenModel> again = path.run(HiddenTrainer::create, rows, training.threads(2));
    assertEquals(once.toCsv(), again.toCsv());
    assertArrayEquals(once.best().model().toJson(), again.best().model().toJson());
  }

  @Test
  void it_prints_a_table_with_the_choices() {
    PathResult<LinearModel> path =
        RegularizationPath.l1("output")
            .points(8)
            .folds(4)
            .run(lasso(PenaltyScaling.PYTORCH)::fresh, ROWS, TRAINING.withEpochs(50));
    List<String> csv = path.toCsv().lines().toList();
    assertEquals(
        "lambda,effective,training_loss,validation_loss,validation_loss_se,nonzero_output,choice",
        csv.get(0));
    assertEquals(9, csv.size());
    for (int i = 0; i < 8; i++) {
      PathPoint<LinearModel> point = path.points().get(i);
      String best = point.equals(path.best()) ? "best" : "";
      String choice =
          point.equals(path.oneStandardError()) ? (best + " one standard error").strip() : best;
      assertEquals(
          "%s,%s,%s,%s,%s,%s,%s"
              .formatted(
                  point.lambda(),
                  point.effective(),
                  point.trainingLoss(),
                  point.validationLoss().mean(),
                  point.validationLoss().standardError(),
                  point.nonZero().get("output"),
                  choice),
          csv.get(i + 1));
      assertEquals(
          choice.isEmpty(),
          path.toString()
              .lines()
              .toList()
              .get(i + 1)
              .endsWith(" " + point.nonZero().get("output")));
    }
  }

  @Test
  void what_makes_no_path_is_refused() {
    LinearTrainer trainer = lasso(PenaltyScaling.PYTORCH).l2(1, PenaltyScaling.PYTORCH);
    RegularizationPath l1 = RegularizationPath.l1("output");
    assertRefused(
        "l2 of output makes no weight 0, so nothing says where its path begins: say from(lambda).",
        () -> RegularizationPath.l2("output").run(trainer::fresh, ROWS, TRAINING));
    assertRefused(
        "test.Linear has no l1 of outptu to override. Did you mean \"output\"? It declares l2 of"
            + " output, l1 of output.",
        () -> RegularizationPath.l1("outptu").from(1).run(trainer::fresh, ROWS, TRAINING));
    assertRefused("a path of 1 points has no other end; it needs at least 2", () -> l1.points(1));
    assertRefused(
        "a ratio of 1.0: the last λ is a part of the first, above 0 and below 1",
        () -> l1.ratio(1));
    assertRefused("a path from λ = 0.0: λ must be above 0 and finite", () -> l1.from(0));
    assertRefused(
        "λ = 2.0 comes after 1.0, but a path goes from the strongest penalty to the weakest",
        () -> l1.lambdas(1, 2).run(trainer::fresh, ROWS, TRAINING));
    assertRefused(
        "a factor of -1.0 for l2 of output: it must be above 0 and finite",
        () -> l1.and(Setting.l2("output"), -1));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}

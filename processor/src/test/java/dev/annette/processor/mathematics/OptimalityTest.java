package dev.annette.processor.mathematics;

import static dev.annette.processor.mathematics.Closeness.magnitude;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.PenaltyScaling;
import dev.annette.processor.mathematics.DeclaredPenalty.Kind;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.train.Lbfgs;
import dev.annette.runtime.train.Lion;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Remark;
import dev.annette.runtime.train.Sgd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Training ends where the conditions of Karush, Kuhn and Tucker of the declared objective hold:
 * every optimizer, every penalty, every meaning of λ, rows that count alike or unlike.
 *
 * <p>What is left of the conditions is measured in double precision from the weights alone, and
 * relative to the gradient of the data loss at weights 0, where training starts.
 */
class OptimalityTest {
  /** What floats leave of the gradient; found: at most 3e-5. */
  private static final double TOLERANCE = 1e-4;

  /**
   * What L-BFGS leaves, which ends where floats cannot tell whether the loss falls; found: 1e-4.
   */
  private static final double LBFGS_TOLERANCE = 5e-4;

  /** Where a penalty acts by a subgradient, weights and norms up to so many last rates are 0. */
  private static final double BAND_IN_RATES = 50;

  /** What a subgradient leaves at the last rate; found: 8e-3. */
  private static final double SUBGRADIENT_TOLERANCE = 1e-2;

  private static final List<DeclaredPenalty> DECLARED = new ArrayList<>();
  private static Compilation networks;

  private static List<DeclaredPenalty> penalties(Kind... kinds) {
    List<DeclaredPenalty> penalties = new ArrayList<>();
    for (Kind kind : kinds) {
      penalties.addAll(DeclaredPenalty.all(kind, Loss.HALF_SQUARED_ERROR));
      penalties.add(
          new DeclaredPenalty(kind, PenaltyScaling.SKLEARN_LOGISTIC, Loss.BINARY_CROSS_ENTROPY));
    }
    return penalties;
  }

  /** Beside the losses that average outputs, conventions of scikit-learn have a factor. */
  static Stream<DeclaredPenalty> averaging() {
    return Stream.of(
        new DeclaredPenalty(Kind.L2, PenaltyScaling.SKLEARN_RIDGE, Loss.MEAN_SQUARED_ERROR),
        new DeclaredPenalty(Kind.L2, PenaltyScaling.SKLEARN_MLP, Loss.MEAN_SQUARED_ERROR),
        new DeclaredPenalty(
            Kind.ELASTIC_NET, PenaltyScaling.SKLEARN_LASSO, Loss.MEAN_SQUARED_ERROR),
        new DeclaredPenalty(
            Kind.GROUPS_OF_UNITS, PenaltyScaling.SKLEARN_LASSO, Loss.MEAN_SQUARED_ERROR),
        new DeclaredPenalty(Kind.L2, PenaltyScaling.SKLEARN_MLP, Loss.BINARY_CROSS_ENTROPY),
        new DeclaredPenalty(Kind.L2, PenaltyScaling.SKLEARN_MLP, Loss.CROSS_ENTROPY),
        new DeclaredPenalty(Kind.ELASTIC_NET, PenaltyScaling.SKLEARN_LOGISTIC, Loss.CROSS_ENTROPY),
        new DeclaredPenalty(Kind.ELASTIC_NET, PenaltyScaling.TEXTBOOK, Loss.CROSS_ENTROPY));
  }

  private static final List<DeclaredPenalty> WEIGHTS =
      penalties(Kind.L1, Kind.L2, Kind.ELASTIC_NET);
  private static final List<DeclaredPenalty> GROUPS =
      penalties(Kind.GROUPS_OF_INPUTS, Kind.GROUPS_OF_UNITS);
  private static final List<DeclaredPenalty> ON_BIASES =
      List.of(
          onBiases(Kind.L1, PenaltyScaling.TEXTBOOK, Loss.HALF_SQUARED_ERROR),
          onBiases(Kind.L1, PenaltyScaling.SKLEARN_LOGISTIC, Loss.BINARY_CROSS_ENTROPY),
          onBiases(Kind.L2, PenaltyScaling.TEXTBOOK, Loss.HALF_SQUARED_ERROR),
          onBiases(Kind.L2, PenaltyScaling.PYTORCH, Loss.BINARY_CROSS_ENTROPY),
          onBiases(Kind.ELASTIC_NET, PenaltyScaling.KERAS, Loss.HALF_SQUARED_ERROR));
  private static final DeclaredPenalty SUBGRADIENT =
      new DeclaredPenalty(Kind.SUBGRADIENT, PenaltyScaling.PYTORCH, Loss.HALF_SQUARED_ERROR);

  private static DeclaredPenalty onBiases(Kind kind, PenaltyScaling scaling, Loss loss) {
    return new DeclaredPenalty(kind, scaling, loss, true);
  }

  @BeforeAll
  static void compile() {
    DECLARED.addAll(WEIGHTS);
    DECLARED.addAll(GROUPS);
    DECLARED.addAll(ON_BIASES);
    DECLARED.add(SUBGRADIENT);
    averaging().forEach(DECLARED::add);
    List<String> sources = new ArrayList<>();
    for (DeclaredPenalty penalty : DECLARED) {
      sources.add(
          Declarations.source(
              name(penalty),
              "input = " + ConvexProblem.INPUT + ", loss = Loss." + penalty.loss(),
              "@Dense(units = %d) @Init(ZEROS) %s Layer output;"
                  .formatted(ConvexProblem.OUTPUTS, penalty.annotations())));
    }
    networks = SourceCompiler.javac().compileCleanly(sources.toArray(String[]::new));
  }

  private static String name(DeclaredPenalty penalty) {
    return "optimum.Net" + DECLARED.indexOf(penalty);
  }

  private static GeneratedNetwork network(DeclaredPenalty penalty) {
    return networks.network(name(penalty));
  }

  static Stream<Arguments> runs() {
    return SettledRun.ALL.stream()
        .flatMap(
            run ->
                Stream.of(WEIGHTS, ON_BIASES)
                    .flatMap(List::stream)
                    .map(penalty -> Arguments.of(run, penalty)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void training_ends_where_the_declared_objective_is_smallest(
      SettledRun run, DeclaredPenalty penalty) {
    boolean exact = run.optimizer().proximal() || penalty.kind() == Kind.L2;
    for (boolean weighted : new boolean[] {false, true}) {
      float[] parameters = exact ? settled(run, penalty, weighted) : near(run, penalty, weighted);
      if (penalty.kind() != Kind.L2) {
        assertEquals(exact, zeros(parameters) > 0, "exact zeros: " + Arrays.toString(parameters));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("averaging")
  void a_convention_means_the_same_beside_every_loss(DeclaredPenalty penalty) {
    for (boolean weighted : new boolean[] {false, true}) {
      settled(new SettledRun(Sgd.nesterov(0.2, 0.9), false), penalty, weighted);
    }
  }

  static Stream<Arguments> groups() {
    return SettledRun.ALL.stream()
        .flatMap(run -> GROUPS.stream().map(penalty -> Arguments.of(run, penalty)));
  }

  /** Sgd makes groups exactly 0; others come close, and say so. */
  @ParameterizedTest
  @MethodSource("groups")
  void groups_end_where_the_declared_objective_is_smallest(
      SettledRun run, DeclaredPenalty penalty) {
    boolean exact = run.optimizer() instanceof Sgd;
    for (boolean weighted : new boolean[] {false, true}) {
      float[] parameters = exact ? settled(run, penalty, weighted) : near(run, penalty, weighted);
      assertEquals(exact, zeros(parameters) > 0, "exact zeros: " + Arrays.toString(parameters));
    }
    NetworkTrainer<?> trainer = network(penalty).create(1);
    List<String> remarks =
        trainer.fit(problem(penalty, false).dataset(), run.training()).remarks().stream()
            .map(Remark::text)
            .toList();
    String caution =
        " on output with %s: its weights have step sizes of their own, so groups come close to 0"
                .formatted(run.optimizer().name())
            + " without reaching it; Sgd makes them exactly 0";
    assertEquals(!exact, remarks.stream().anyMatch(remark -> remark.endsWith(caution)));
  }

  static Stream<SettledRun> optimizers() {
    return SettledRun.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void subgradients_come_close_to_where_the_declared_objective_is_smallest(SettledRun run) {
    near(new SettledRun(run.optimizer(), run.optimizer().rateMayChange()), SUBGRADIENT, true);
  }

  /** Trains to where the conditions hold as far as floats can tell. */
  private static float[] settled(SettledRun run, DeclaredPenalty penalty, boolean weighted) {
    float[] parameters = run.parameters(network(penalty), problem(penalty, weighted));
    require(penalty, weighted, parameters, 0, TOLERANCE);
    return parameters;
  }

  /** Trains to where the conditions hold as far as the last learning rate lets them. */
  private static float[] near(SettledRun run, DeclaredPenalty penalty, boolean weighted) {
    float[] parameters = run.parameters(network(penalty), problem(penalty, weighted));
    double band = Math.min(0.05, BAND_IN_RATES * run.lastRate());
    require(penalty, weighted, parameters, band, SUBGRADIENT_TOLERANCE);
    return parameters;
  }

  private static void require(
      DeclaredPenalty penalty, boolean weighted, float[] parameters, double band, double share) {
    ConvexProblem problem = problem(penalty, weighted);
    double allowed = share * magnitude(problem.gradient(new float[ConvexProblem.PARAMETERS]));
    double violation = penalty.violation(problem.gradient(parameters), parameters, band);
    assertTrue(
        violation <= allowed,
        () ->
            "%s, weighted %s: %.1e is left of the conditions, %.1e allowed; %s"
                .formatted(penalty, weighted, violation, allowed, Arrays.toString(parameters)));
  }

  private static ConvexProblem problem(DeclaredPenalty penalty, boolean weighted) {
    return ConvexProblem.of(penalty.loss(), weighted);
  }

  private static long zeros(float[] parameters) {
    return IntStream.range(0, ConvexProblem.WEIGHTS).filter(i -> parameters[i] == 0).count();
  }

  @Test
  void lbfgs_minimises_what_is_smooth_and_refuses_the_rest() {
    for (DeclaredPenalty penalty : DECLARED) {
      for (boolean weighted : new boolean[] {false, true}) {
        ConvexProblem problem = problem(penalty, weighted);
        NetworkTrainer<?> trainer = network(penalty).create(1);
        if (penalty.kind() == Kind.L2) {
          Lbfgs.iterations(200).withTolerance(1e-6).minimize(trainer, problem.dataset());
          float[] parameters = new float[ConvexProblem.PARAMETERS];
          trainer.getParameters(parameters);
          require(penalty, weighted, parameters, 0, LBFGS_TOLERANCE);
        } else {
          String attribute = penalty.kind().pullsGroups() ? "groupLasso" : "l1";
          String message =
              assertThrows(
                      IllegalArgumentException.class,
                      () -> Lbfgs.iterations(1).minimize(trainer, problem.dataset()))
                  .getMessage();
          assertTrue(
              message.startsWith(
                  "L-BFGS needs a smooth objective that is the same at every call, but output has "
                      + attribute
                      + " "),
              message);
        }
      }
    }
  }

  @Test
  void lion_alone_has_no_proximal_step() {
    for (SettledRun run : SettledRun.ALL) {
      assertEquals(!(run.optimizer() instanceof Lion), run.optimizer().proximal(), run.toString());
    }
  }
}

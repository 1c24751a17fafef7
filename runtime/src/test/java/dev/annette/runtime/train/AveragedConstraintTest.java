package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.constraint.MaxNorm;
import dev.annette.runtime.train.constraint.MinMaxNorm;
import dev.annette.runtime.train.constraint.NonNegative;
import dev.annette.runtime.train.constraint.UnitNorm;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A model of averaged weights keeps the constraints that are declared. */
class AveragedConstraintTest {
  private static final int INPUT = 8;
  private static final int UNITS = 3;
  private static final Dataset ROWS = Rows.regression(60, INPUT, UNITS);

  private static final Training RUN =
      Training.epochs(6).batchSize(10).threads(1).optimizer(Sgd.momentum(0.3, 0.9));

  static Stream<Arguments> norms() {
    Supplier<Constraint> unit = () -> new UnitNorm(INPUT, UNITS);
    Supplier<Constraint> most = () -> new MaxNorm(INPUT, UNITS, ConstraintTest.bound(0.5));
    Supplier<Constraint> range = () -> new MinMaxNorm(INPUT, UNITS, 2, 3, ConstraintTest.rate(1));
    return Stream.of(Ema.of(0.9), Swa.from(2))
        .flatMap(
            averaging ->
                Stream.of(
                    Arguments.of(averaging, unit, 1, 1),
                    Arguments.of(averaging, most, 0, 0.5),
                    Arguments.of(averaging, range, 2, 3)));
  }

  @ParameterizedTest
  @MethodSource("norms")
  void norms_are_within_their_bounds(
      Averaging averaging, Supplier<Constraint> constraint, double least, double most) {
    LinearTrainer trainer = trained(constraint.get(), RUN.averaging(averaging));
    float[] average = trainer.model().content().tensor(0);
    assertNotEquals(trainer.parameter("output.weights")[0], average[0]);
    for (int unit = 0; unit < UNITS; unit++) {
      double squares = 0;
      for (int i = unit; i < average.length; i += UNITS) {
        squares += average[i] * average[i];
      }
      double norm = Math.sqrt(squares);
      assertTrue(norm > least - 1e-6 && norm < most + 1e-6, unit + ": " + norm);
    }
  }

  static Stream<Averaging> averages() {
    return Stream.of(Ema.of(0.9), Swa.from(2));
  }

  @ParameterizedTest
  @MethodSource("averages")
  void they_are_not_negative(Averaging averaging) {
    LinearTrainer trainer = trained(new NonNegative(), RUN.averaging(averaging));
    for (float weight : trainer.model().content().tensor(0)) {
      assertTrue(weight >= 0);
    }
  }

  /** Looking at a model moves neither the average nor the weights. */
  @ParameterizedTest
  @MethodSource("averages")
  void the_average_itself_goes_on_unmoved(Averaging averaging) {
    LinearTrainer seldom = trained(new UnitNorm(INPUT, UNITS), RUN.averaging(averaging));
    LinearTrainer often =
        trained(new UnitNorm(INPUT, UNITS), RUN.averaging(averaging).validation(ROWS));
    assertArrayEquals(seldom.parameter("output.weights"), often.parameter("output.weights"));
    assertArrayEquals(seldom.model().content().tensor(0), often.model().content().tensor(0));
    assertEquals(often.evaluate(ROWS).dataLoss(), often.state().history().get(5).validationLoss());
  }

  private static LinearTrainer trained(Constraint constraint, Training training) {
    LinearTrainer trainer =
        new LinearTrainer(INPUT, UNITS, Loss.HALF_SQUARED_ERROR, 1).constraint(constraint);
    float[] weights = new float[INPUT * UNITS];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (i % 5 - 2) / 2f;
    }
    trainer.setParameter("output.weights", weights);
    trainer.fit(ROWS, training);
    return trainer;
  }
}

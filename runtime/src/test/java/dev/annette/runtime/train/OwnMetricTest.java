package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.Direction;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.metric.Metric;
import dev.annette.runtime.model.EpochRecord;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Metrics that a run brings. */
class OwnMetricTest {
  private static final Dataset ROWS = Rows.regression(40, 3, 1);
  private static final Training RUN =
      Training.epochs(3).optimizer(Sgd.of(0.1)).validation(ROWS).metric("worst", Worst::new);

  /** The largest error. */
  private static class Worst implements Metric {
    private double worst = Double.NaN;

    @Override
    public void add(Dataset rows, int row, float[] logits, int from) {
      double error = Math.abs((double) logits[from] - rows.target(row, 0));
      worst = Double.isNaN(worst) ? error : Math.max(worst, error);
    }

    @Override
    public double value() {
      return worst;
    }

    @Override
    public Direction direction() {
      return Direction.FALLS;
    }
  }

  /** What is −7, −6, … 0 in the first eight epochs, then −1, −2, … */
  private static final class Peak {
    private final Direction direction;
    private int epochs;

    Peak(Direction direction) {
      this.direction = direction;
    }

    /** Returns the metric of the next epoch. */
    Metric next() {
      return new Metric() {
        @Override
        public void add(Dataset rows, int row, float[] logits, int from) {
          // the number does not depend on the rows
        }

        @Override
        public double value() {
          epochs++;
          return -Math.abs(epochs - 8);
        }

        @Override
        public Direction direction() {
          return direction;
        }
      };
    }
  }

  @Test
  void it_is_in_the_history_of_every_epoch() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    History history = trainer.fit(ROWS, RUN);
    for (EpochRecord epoch : history.epochs()) {
      assertEquals("[mae, mse, r2, worst]", epoch.metrics().keySet().toString());
    }
    double expected =
        Evaluation.of(trainer.model(), ROWS, Map.of("worst", new Worst())).metrics().get("worst");
    assertEquals(expected, history.last().metrics().get("worst"));
    assertTrue(
        history.toCsv().startsWith("epoch,data_loss,penalty,validation_loss,mae,mse,r2,worst\n"));
    double largest = 0;
    float[] output = new float[1];
    for (int row = 0; row < ROWS.rows(); row++) {
      float[] features = new float[3];
      ROWS.copyRow(row, features, 0);
      trainer.model().predictor().predict(features, output);
      largest = Math.max(largest, Math.abs((double) output[0] - ROWS.target(row, 0)));
    }
    assertEquals(largest, expected);
  }

  @Test
  void early_stopping_watches_it_in_its_direction() {
    assertEquals(8, bestEpoch(Direction.RISES, Mode.AUTO));
    assertEquals(8, bestEpoch(Direction.UNKNOWN, Mode.MAX));
    assertEquals(1, bestEpoch(Direction.FALLS, Mode.AUTO));
    assertEquals(1, bestEpoch(Direction.RISES, Mode.MIN), "what is said counts");
  }

  private static int bestEpoch(Direction direction, Mode mode) {
    EarlyStopping stopping =
        EarlyStopping.defaults().withMonitor("peak").withMode(mode).withPatience(3);
    Training training =
        Training.epochs(30)
            .validation(ROWS)
            .metric("peak", new Peak(direction)::next)
            .earlyStopping(stopping);
    return LinearTrainer.halfSquared(3).fit(ROWS, training).best().epoch();
  }

  @Test
  void a_plateau_of_it_reduces_the_learning_rate() {
    assertEquals(0.5, lastRate(Direction.RISES, 8), 1e-12);
    assertEquals(0.05, lastRate(Direction.RISES, 10), 1e-12, "two epochs after the peak");
    assertEquals(0.05, lastRate(Direction.FALLS, 3), 1e-12);
  }

  private static double lastRate(Direction direction, int epochs) {
    double[] rate = new double[1];
    Callback last =
        new Callback() {
          @Override
          public void onEnd(Control control) {
            rate[0] = control.learningRate();
          }
        };
    Training training =
        Training.epochs(epochs)
            .optimizer(Sgd.of(0.5))
            .validation(ROWS)
            .metric("peak", new Peak(direction)::next)
            .reduceOnPlateau(ReduceOnPlateau.defaults().withMonitor("peak").withPatience(2))
            .callback(last);
    LinearTrainer.halfSquared(3).fit(ROWS, training);
    return rate[0];
  }

  @Test
  void a_direction_that_nobody_knows_must_be_said() {
    Training run =
        Training.epochs(3)
            .validation(ROWS)
            .metric("peak", new Peak(Direction.UNKNOWN)::next)
            .earlyStopping(EarlyStopping.defaults().withMonitor("peak"));
    assertRefused(
        "EarlyStopping watches peak, and whether more of it is better is not known: say Mode.MIN or"
            + " Mode.MAX, or let the metric answer direction().",
        run);
  }

  @Test
  void what_cannot_be_measured_is_refused_before_the_first_step() {
    assertRefused(
        "The metric \"worst\" is measured on validation rows, but there are none: say"
            + " validation(rows) or validationSplit(share).",
        Training.epochs(1).metric("worst", Worst::new));
    assertRefused(
        "The metric \"mae\" is measured anyway; give it another name.",
        RUN.metric("mae", Worst::new));
    assertName(
        "Two metrics are named \"worst\"; give one another name.",
        () -> RUN.metric("worst", Worst::new));
    assertName(
        "The metric \"penalty\": the history has a number of this name, or Keras does; take another"
            + " name.",
        () -> RUN.metric("penalty", Worst::new));
    assertName(
        "The metric \"a,b\": a name is a column of the history, so it must start with a letter and"
            + " have at most 64 letters, digits and _ . @ -",
        () -> RUN.metric("a,b", Worst::new));
    assertName(
        "mse is measured anyway; give the metric another name.",
        () ->
            Evaluation.of(LinearTrainer.halfSquared(3).model(), ROWS, Map.of("mse", new Worst())));
  }

  private static void assertRefused(String message, Training training) {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    assertName(message, () -> trainer.fit(ROWS, training));
    assertEquals(0, trainer.state().steps());
  }

  private static void assertName(String message, org.junit.jupiter.api.function.Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void a_number_that_is_not_finite_is_no_number() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    History history =
        trainer.fit(
            ROWS,
            Training.epochs(2)
                .validation(ROWS)
                .metric(
                    "none",
                    () ->
                        new Worst() {
                          @Override
                          public double value() {
                            return Double.NaN;
                          }
                        })
                .earlyStopping(EarlyStopping.defaults().withMonitor("none").withPatience(1)));
    assertEquals("[mae, mse, r2]", history.last().metrics().keySet().toString());
    assertEquals(2, history.epochs().size(), "an epoch without the number is not counted");
  }
}

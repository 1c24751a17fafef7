package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.EpochRecord;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RunControlTest {
  private static final Dataset ROWS = Rows.regression(40, 3, 1);

  /** Learns so fast that the loss rises again, and falls to nothing by and by. */
  private static final Training OVERSHOOTING =
      Training.epochs(12).fullBatch().optimizer(Sgd.momentum(0.3, 0.9));

  @Test
  void early_stopping_returns_to_the_weights_of_the_best_epoch() {
    List<float[]> weights = new ArrayList<>();
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    History history =
        trainer.fit(
            ROWS,
            OVERSHOOTING
                .validation(ROWS)
                .earlyStopping(EarlyStopping.defaults().withPatience(2))
                .callback(keepWeights(trainer, weights)));
    int best = history.end().bestEpoch();
    assertEquals(RunEnd.Cause.STOPPED, history.end().cause());
    assertEquals("validation_loss has not improved for 2 epochs", history.end().reason());
    assertEquals(
        "validation_loss has not improved for 2 epochs; the weights are those of epoch " + best,
        history.end().describe());
    assertEquals(best + 2, history.epochs().size());
    assertEquals(best, history.best().epoch());
    assertArrayEquals(weights.get(best - 1), trainer.parameter("output.weights"));
    assertEquals(history.best().validationLoss(), trainer.evaluate(ROWS).dataLoss());
    assertFalse(history.last().validationLoss() <= history.best().validationLoss());
  }

  @Test
  void the_best_epoch_returns_when_all_epochs_ran() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    EarlyStopping stopping = EarlyStopping.defaults().withPatience(50);
    Training training = OVERSHOOTING.validation(ROWS).earlyStopping(stopping);
    History history = trainer.fit(ROWS, training);
    assertEquals(RunEnd.Cause.COMPLETED, history.end().cause());
    assertEquals(12, history.epochs().size());
    assertTrue(history.end().bestEpoch() < 12);
    assertEquals(history.best().validationLoss(), trainer.evaluate(ROWS).dataLoss());
  }

  @Test
  void nothing_returns_where_nothing_is_to_be_restored() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    EarlyStopping stopping = EarlyStopping.defaults().withPatience(2).withRestoreBest(false);
    History history = trainer.fit(ROWS, OVERSHOOTING.validation(ROWS).earlyStopping(stopping));
    assertEquals(0, history.end().bestEpoch());
    assertEquals(history.last().validationLoss(), trainer.evaluate(ROWS).dataLoss());
  }

  @Test
  void the_optimizer_returns_with_the_weights() {
    Training training = OVERSHOOTING.validation(ROWS).earlyStopping(EarlyStopping.defaults());
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    int best = trainer.fit(ROWS, training).end().bestEpoch();
    LinearTrainer expected = LinearTrainer.halfSquared(3);
    expected.fit(ROWS, Training.epochs(best).fullBatch().optimizer(Sgd.momentum(0.3, 0.9)));
    Training further = Training.epochs(3).fullBatch().optimizer(Sgd.momentum(0.3, 0.9));
    trainer.fit(ROWS, further.shuffle(false));
    expected.fit(ROWS, further.shuffle(false));
    assertArrayEquals(
        expected.parameter("output.weights"), trainer.parameter("output.weights"), 1e-6f);
    assertEquals(15, trainer.state().epochs());
  }

  @Test
  void without_validation_the_data_loss_is_watched_and_no_penalty() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3).l2(100, PenaltyScaling.PYTORCH);
    trainer.setParameter("output.weights", 5, 5, 5);
    History history =
        trainer.fit(
            ROWS,
            Training.epochs(9)
                .fullBatch()
                .optimizer(Sgd.of(0.001))
                .earlyStopping(EarlyStopping.defaults().withPatience(1)));
    for (EpochRecord epoch : history.epochs()) {
      assertTrue(history.best().dataLoss() <= epoch.dataLoss());
    }
  }

  @Test
  void what_is_not_measured_cannot_be_watched() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    EarlyStopping stopping = EarlyStopping.defaults();
    Training run = Training.epochs(3);
    assertRefused(
        "EarlyStopping watches val_loss, but nothing is validated: say validation(rows) or"
            + " validationSplit(share), or watch data_loss.",
        () -> trainer.fit(ROWS, run.earlyStopping(stopping.withMonitor("val_loss"))));
    assertRefused(
        "EarlyStopping watches r3, which no epoch measures. Did you mean \"r2\"? There are"
            + " validation_loss, data_loss, penalty, mae, mse, r2.",
        () -> trainer.fit(ROWS, run.validation(ROWS).earlyStopping(stopping.withMonitor("r3"))));
    assertRefused(
        "ReduceOnPlateau watches r2, but metrics(false) leaves it out.",
        () ->
            trainer.fit(
                ROWS,
                run.validation(ROWS)
                    .metrics(false)
                    .reduceOnPlateau(ReduceOnPlateau.defaults().withMonitor("r2"))));
    assertRefused(
        "ReduceOnPlateau watches val_accuracy, which no epoch measures. There are validation_loss,"
            + " data_loss, penalty, mae, mse, r2.",
        () ->
            trainer.fit(
                ROWS,
                run.validation(ROWS)
                    .reduceOnPlateau(ReduceOnPlateau.defaults().withMonitor("val_accuracy"))));
    assertEquals(0, trainer.state().steps());
  }

  @Test
  void a_metric_that_rises_is_watched_the_right_way_round() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    EarlyStopping stopping = EarlyStopping.defaults().withMonitor("val_r2").withPatience(2);
    History history = trainer.fit(ROWS, OVERSHOOTING.validation(ROWS).earlyStopping(stopping));
    double best = history.best().metrics().get("r2");
    assertEquals(best, trainer.evaluate(ROWS).metrics().get("r2"));
    history.epochs().forEach(epoch -> assertTrue(epoch.metrics().get("r2") <= best));
  }

  @Test
  void a_callback_sees_the_run_and_ends_it() {
    List<String> seen = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    Callback callback =
        new Callback() {
          @Override
          public void onStart(Control control) {
            seen.add("start " + control.epoch() + "/" + control.epochs());
          }

          @Override
          public void onStep(double dataLoss, Control control) {
            if (control.epoch() == 0) {
              losses.add(dataLoss);
              seen.add("step " + control.steps());
            }
          }

          @Override
          public void onEpoch(EpochRecord epoch, Control control) {
            seen.add(epoch.epoch() + " " + control.steps() + " " + control.learningRate());
            if (control.epoch() == 2) {
              control.stop("enough is known");
              control.stop("too late");
            }
          }

          @Override
          public void onEnd(Control control) {
            seen.add("end " + control.history().size() + " " + control.validates());
          }
        };
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    Training training = Training.epochs(9).batchSize(10).optimizer(Sgd.of(0.5));
    History history =
        trainer.fit(
            ROWS,
            training
                .learningRate(StepDecay.every(1, 0.5))
                .callback(callback)
                .progress(new PrintStream(report)));
    assertEquals(
        List.of(
            "start 0/9",
            "step 1",
            "step 2",
            "step 3",
            "step 4",
            "1 4 0.25",
            "2 8 0.125",
            "end 2 false"),
        seen);
    double mean = losses.stream().mapToDouble(loss -> loss).average().orElseThrow();
    assertEquals(history.epochs().get(0).dataLoss(), mean, 1e-12);
    assertEquals(new RunEnd(RunEnd.Cause.STOPPED, "enough is known", 0), history.end());
    assertTrue(report.toString().endsWith("stopped: enough is known\n"), report.toString());
    assertTrue(
        report.toString().startsWith("[annette/schedule] learning rate: times StepDecay"),
        report.toString());
  }

  @Test
  void a_run_that_diverges_calls_the_end_too() {
    List<String> seen = new ArrayList<>();
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    Callback callback =
        new Callback() {
          @Override
          public void onEnd(Control control) {
            seen.add("end after " + control.steps());
          }
        };
    assertThrows(
        TrainingDivergedException.class,
        () -> trainer.fit(ROWS, Training.epochs(9).optimizer(Sgd.of(1e20)).callback(callback)));
    assertEquals(List.of("end after 0"), seen);
  }

  @Test
  void the_learning_rate_of_a_schedule_is_that_of_the_update() {
    LinearTrainer scheduled = LinearTrainer.halfSquared(3);
    Training run = Training.epochs(1).fullBatch();
    scheduled.fit(
        ROWS,
        Training.epochs(3)
            .fullBatch()
            .optimizer(Sgd.of(0.5))
            .learningRate(StepDecay.every(1, 0.5)));
    LinearTrainer stepped = LinearTrainer.halfSquared(3);
    stepped.fit(ROWS, run.optimizer(Sgd.of(0.5)));
    stepped.fit(ROWS, run.optimizer(Sgd.of(0.25)));
    stepped.fit(ROWS, run.optimizer(Sgd.of(0.125)));
    assertArrayEquals(stepped.parameter("output.weights"), scheduled.parameter("output.weights"));
  }

  @Test
  void a_callback_changes_the_learning_rate_and_schedules_go_on_from_there() {
    List<Double> rates = new ArrayList<>();
    Callback callback =
        new Callback() {
          @Override
          public void onEpoch(EpochRecord epoch, Control control) {
            if (control.epoch() == 2) {
              control.learningRate(1e-3);
            }
            rates.add(control.learningRate());
          }
        };
    LinearTrainer.halfSquared(3)
        .fit(
            ROWS,
            Training.epochs(4)
                .optimizer(Sgd.of(0.1))
                .learningRate(StepDecay.every(3, 0.5))
                .callback(callback));
    double[] found = rates.stream().mapToDouble(rate -> rate).toArray();
    assertArrayEquals(new double[] {0.1, 1e-3, 5e-4, 5e-4}, found, 1e-15);
  }

  @Test
  void a_plateau_reduces_the_learning_rate_of_the_run() {
    List<Double> rates = new ArrayList<>();
    Callback callback =
        new Callback() {
          @Override
          public void onEpoch(EpochRecord epoch, Control control) {
            rates.add(control.learningRate());
          }
        };
    LinearTrainer.halfSquared(3)
        .fit(
            ROWS,
            Training.epochs(5)
                .optimizer(Sgd.of(1e-9))
                .reduceOnPlateau(ReduceOnPlateau.defaults().withPatience(2).withFactor(0.5))
                .callback(callback));
    double[] found = rates.stream().mapToDouble(rate -> rate * 1e9).toArray();
    assertArrayEquals(new double[] {1, 1, 0.5, 0.5, 0.25}, found, 1e-12);
  }

  @Test
  void a_penalty_follows_its_schedule() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3).l2(8, PenaltyScaling.PYTORCH);
    Training run = Training.epochs(3).fullBatch().optimizer(Sgd.of(0.01));
    History history = trainer.fit(ROWS, run.l2("output", new WarmUp(4, 0)));
    assertEquals(0, history.epochs().get(0).penalty());
    assertEquals(4, trainer.model().provenance().penalties().get(0).lambda());
    assertTrue(
        history
            .remarks()
            .contains(Remark.Kind.SCHEDULE.says("l2 of output: times WarmUp[length=4, from=0.0]")),
        history.remarks().toString());
    LinearTrainer stepped = LinearTrainer.halfSquared(3).l2(8, PenaltyScaling.PYTORCH);
    Training one = Training.epochs(1).fullBatch().optimizer(Sgd.of(0.01));
    for (double strength : new double[] {0, 2, 4}) {
      stepped.fit(ROWS, one.l2("output", strength));
    }
    assertArrayEquals(stepped.parameter("output.weights"), trainer.parameter("output.weights"));
    trainer.fit(ROWS, one);
    assertEquals(8, trainer.model().provenance().penalties().get(0).lambda());
  }

  @Test
  void a_dropout_rate_follows_its_schedule_by_updates() {
    Dataset rows = Rows.regression(32, HiddenTrainer.INPUT_SIZE, 3);
    HiddenTrainer trainer = HiddenTrainer.create(1);
    Schedule late = Constant.of(0).then(2, Constant.of(1)).perStep();
    Training run = Training.steps(2).batchSize(16).dropout("hidden", 0.5).dropout("hidden", late);
    trainer.fit(rows, run);
    assertEquals(0, dropped(trainer));
    trainer.fit(rows, Training.steps(3).batchSize(16).dropout("hidden", late));
    assertEquals(0.25, dropped(trainer), 0.1);
  }

  @Test
  void a_rate_beyond_its_range_is_refused_before_the_step() {
    Dataset rows = Rows.regression(32, HiddenTrainer.INPUT_SIZE, 3);
    HiddenTrainer trainer = HiddenTrainer.create(1);
    trainer.fitInputs(rows);
    trainer.prepare(
        Training.online()
            .examples(32)
            .dropout("hidden", Constant.of(1).then(1, Constant.of(4)).perStep()));
    trainer.step(rows.toBatch());
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> trainer.step(rows.toBatch()));
    assertTrue(thrown.getMessage().startsWith("dropout of hidden is 1:"), thrown.getMessage());
    assertEquals(1, trainer.state().steps());
  }

  @Test
  void epochs_cannot_be_counted_where_the_caller_makes_the_steps() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    Training online = Training.online().optimizer(Sgd.of(0.5));
    assertRefused(
        "CosineDecay.overRun() lasts as long as the run, whose end is not known here: say"
            + " CosineDecay.over(n).",
        () -> trainer.prepare(online.learningRate(CosineDecay.overRun())));
    trainer.prepare(online.learningRate(new WarmUp(1, 0).perStep()));
    trainer.step(ROWS.toBatch());
    assertArrayEquals(new float[3], trainer.parameter("output.weights"));
    trainer.step(ROWS.toBatch());
    assertTrue(trainer.parameter("output.weights")[0] != 0);
  }

  @Test
  void an_interrupted_run_returns_to_its_best_epoch_as_well() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    Callback interrupting =
        new Callback() {
          @Override
          public void onEpoch(EpochRecord epoch, Control control) {
            if (control.epoch() == 8) {
              Thread.currentThread().interrupt();
            }
          }
        };
    EarlyStopping stopping = EarlyStopping.defaults().withPatience(50);
    History history =
        trainer.fit(
            ROWS, OVERSHOOTING.validation(ROWS).earlyStopping(stopping).callback(interrupting));
    assertTrue(Thread.interrupted());
    assertTrue(history.interrupted());
    assertEquals(8, history.epochs().size());
    assertEquals(history.best().validationLoss(), trainer.evaluate(ROWS).dataLoss());
  }

  @Test
  void an_optimizer_whose_weights_depend_on_the_rate_takes_no_other() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    Training ftrl = Training.epochs(2).optimizer(Ftrl.defaults());
    String refusal =
        "Ftrl computes the weights from its learning rate and all gradients: a rate that changes"
            + " would move every weight, so it takes no schedule and no reduction.";
    assertRefused(refusal, () -> trainer.fit(ROWS, ftrl.learningRate(WarmUp.over(1))));
    assertRefused(
        refusal, () -> trainer.fit(ROWS, ftrl.reduceOnPlateau(ReduceOnPlateau.defaults())));
    Callback slower =
        new Callback() {
          @Override
          public void onEpoch(EpochRecord epoch, Control control) {
            control.learningRate(0.01);
          }
        };
    assertRefused(
        "Ftrl would move every weight if its learning rate changed.",
        () -> trainer.fit(ROWS, ftrl.callback(slower)));
  }

  /** What it keeps means other weights under another rate, so it starts from the weights anew. */
  @Test
  void an_optimizer_whose_weights_depend_on_the_rate_forgets_with_another() {
    Training run = Training.steps(1).fullBatch();
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    trainer.fit(ROWS, run.optimizer(Ftrl.of(1)));
    float[] weights = new float[trainer.parameterCount()];
    trainer.getParameters(weights);
    LinearTrainer fresh = LinearTrainer.halfSquared(3);
    fresh.setParameters(weights);
    trainer.fit(ROWS, run.optimizer(Ftrl.of(0.1)));
    fresh.fit(ROWS, run.optimizer(Ftrl.of(0.1)));
    float[] continued = new float[weights.length];
    float[] anew = new float[weights.length];
    trainer.getParameters(continued);
    fresh.getParameters(anew);
    assertArrayEquals(anew, continued);
  }

  @Test
  void what_a_run_knows_is_there_to_be_kept() {
    List<RunState> states = new ArrayList<>();
    Callback keep =
        new Callback() {
          @Override
          public void onEpoch(EpochRecord epoch, Control control) {
            states.add(((RunControl) control).runState());
          }
        };
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    Training run = Training.epochs(3).batchSize(10).optimizer(Sgd.of(1e-9));
    trainer.fit(ROWS, run);
    trainer.fit(
        ROWS,
        run.averaging(Ema.of(0.5))
            .reduceOnPlateau(ReduceOnPlateau.defaults().withPatience(1).withFactor(0.5))
            .earlyStopping(EarlyStopping.defaults().withMinDelta(1e-3))
            .callback(keep));
    double best = states.get(0).stopping().best();
    assertEquals(
        new RunState(
            12,
            3,
            0.25,
            12,
            new ReduceOnPlateau.State(best, 0, 0, true),
            new EarlyStopping.State(3, best, 1, 2, false)),
        states.get(2));
  }

  private static double dropped(HiddenTrainer trainer) {
    double[] share = new double[1];
    trainer.inspect(
        (name, values, rows, units) -> {
          for (int i = 0; name.equals("hidden.mask") && i < rows * units; i++) {
            share[0] += values[i] == 0 ? 1.0 / (rows * units) : 0;
          }
        });
    return share[0];
  }

  private static Callback keepWeights(LinearTrainer trainer, List<float[]> weights) {
    return new Callback() {
      @Override
      public void onEpoch(EpochRecord epoch, Control control) {
        weights.add(trainer.parameter("output.weights"));
      }
    };
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}

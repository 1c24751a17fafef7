package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.runtime.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a run, its trainer and the other callbacks when a callback throws. */
class CallbackTest {
  private static final Dataset ROWS = Rows.regression(40, 3, 1);
  private static final Training RUN = Training.epochs(5).batchSize(10).optimizer(Sgd.of(0.1));

  private final List<String> seen = new ArrayList<>();

  @Test
  void lambdas_are_callbacks() {
    History history =
        LinearTrainer.halfSquared(3)
            .fit(
                ROWS,
                RUN.callback(
                        Callback.onEpoch(
                            (epoch, control) -> {
                              if (epoch.epoch() == 2) {
                                control.stop("two are enough");
                              }
                            }))
                    .callback(Callback.onEnd(control -> seen.add("end " + control.epoch()))));
    assertEquals("two are enough", history.end().reason());
    assertEquals(List.of("end 2"), seen);
  }

  @Test
  void an_exception_leaves_the_weights_and_lets_the_others_see_the_end() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    IllegalStateException failure = new IllegalStateException("the disk is full");
    Callback failing =
        Callback.onEpoch(
            (epoch, control) -> {
              if (epoch.epoch() == 3) {
                throw failure;
              }
            });
    Training run = RUN.callback(ending("first")).callback(failing).callback(ending("last"));
    assertSame(failure, assertThrows(IllegalStateException.class, () -> trainer.fit(ROWS, run)));
    assertEquals(List.of("first after 3", "last after 3"), seen);
    LinearTrainer expected = LinearTrainer.halfSquared(3);
    expected.fit(ROWS, RUN.withEpochs(3));
    assertArrayEquals(expected.model().toJson(), trainer.model().toJson());
    expected.fit(ROWS, RUN.withEpochs(2));
    trainer.fit(ROWS, RUN.withEpochs(2));
    assertArrayEquals(expected.model().toJson(), trainer.model().toJson());
  }

  @Test
  void an_exception_within_an_epoch_leaves_the_updates_made() {
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    Callback failing =
        new Callback() {
          @Override
          public void onStep(double dataLoss, Control control) {
            if (control.steps() == 6) {
              throw new IllegalStateException("enough");
            }
          }
        };
    assertThrows(
        IllegalStateException.class,
        () -> trainer.fit(ROWS, RUN.callback(failing).callback(ending("other"))));
    assertEquals(List.of("other after 1"), seen);
    assertEquals(6, trainer.state().steps());
    LinearTrainer expected = LinearTrainer.halfSquared(3);
    expected.fit(ROWS, Training.steps(6).batchSize(10).optimizer(Sgd.of(0.1)));
    assertArrayEquals(expected.parameter("output.weights"), trainer.parameter("output.weights"));
    assertEquals(2, trainer.fit(ROWS, RUN.withEpochs(1)).epochs().size());
  }

  @Test
  void an_exception_of_the_end_is_thrown_once_all_have_seen_it() {
    Callback failing =
        Callback.onEnd(
            control -> {
              throw new IllegalStateException("cannot close");
            });
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    Training run = RUN.callback(failing).callback(failing).callback(ending("last"));
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> trainer.fit(ROWS, run));
    assertEquals("cannot close", thrown.getMessage());
    assertEquals(1, thrown.getSuppressed().length);
    assertEquals(List.of("last after 5"), seen);
    assertEquals(5, trainer.state().epochs());
  }

  @Test
  void who_did_not_see_the_start_does_not_see_the_end() {
    Callback failing =
        new Callback() {
          @Override
          public void onStart(Control control) {
            throw new IllegalStateException("cannot open");
          }

          @Override
          public void onEnd(Control control) {
            seen.add("the end of what never started");
          }
        };
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    Training run = RUN.callback(ending("first")).callback(failing).callback(ending("last"));
    assertThrows(IllegalStateException.class, () -> trainer.fit(ROWS, run));
    assertEquals(List.of("first after 0"), seen);
    assertEquals(0, trainer.state().steps());
  }

  @Test
  void divergence_is_told_with_what_the_end_throws_besides() {
    Callback failing =
        Callback.onEnd(
            control -> {
              throw new IllegalStateException("cannot close");
            });
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    TrainingDivergedException thrown =
        assertThrows(
            TrainingDivergedException.class,
            () -> trainer.fit(ROWS, RUN.optimizer(Sgd.of(1e20)).callback(failing)));
    assertEquals("cannot close", thrown.getSuppressed()[0].getMessage());
  }

  private Callback ending(String name) {
    return Callback.onEnd(control -> seen.add(name + " after " + control.history().size()));
  }
}

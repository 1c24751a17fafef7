package dev.annette.runtime.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkDescriptionBuilder;
import dev.annette.runtime.model.PenaltyRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Every rule on histories made by hand, at both sides of its thresholds. */
class DiagnosisTest {
  private static final double NONE = Double.NaN;
  private static final NetworkDescription PLAIN = network("relu");
  private static final Regularization NOISY =
      new Regularization(Set.of("hidden"), Set.of(), Set.of(), List.of());

  @Test
  void a_run_that_settles_is_healthy() {
    Case run = new Case().epochs(20, i -> 0.1 + Math.exp(-i), i -> 0.15 + Math.exp(-i));
    assertTrue(run.diagnose().healthy());
    assertEquals("nothing found", run.diagnose().toString());
  }

  @Test
  void a_validation_loss_that_rises_is_overfitting() {
    Case run = new Case().epochs(10, i -> 0.5 - 0.04 * i, i -> 0.45 + 0.01 * (i - 3) * (i - 3));
    assertEquals(
        "[overfitting] the validation loss was best in epoch 4, 0.4500, and is 0.8100 in epoch 10,"
            + " while the data loss fell from 0.3800 to 0.1400. Try @Dropout(0.5) on hidden, which"
            + " learns 20 numbers: units that cannot rely on each other memorise less; and"
            + " Training.earlyStopping(EarlyStopping.defaults()), which returns to epoch 4.",
        run.diagnose().toString());
    assertTrue(run.restored(4).diagnose().healthy(), "early stopping went back");
  }

  @Test
  void a_small_rise_is_noise() {
    double best = 0.3;
    Case just = new Case().epochs(10, i -> 0.3 - 0.01 * i, i -> i < 9 ? best : best * 1.09);
    assertFalse(just.diagnose().has("overfitting"));
    Case more = new Case().epochs(10, i -> 0.3 - 0.01 * i, i -> i < 9 ? best : best * 1.11);
    assertTrue(more.diagnose().has("overfitting"));
    Case nearNothing = new Case().epochs(10, i -> 0.01 - 0.001 * i, i -> i < 9 ? 0.01 : 0.025);
    assertTrue(nearNothing.diagnose().healthy(), "less than 2 % of a constant answer's loss");
  }

  @Test
  void a_wide_gap_is_overfitting() {
    assertEquals(
        "[overfitting] in epoch 10 the validation loss, 0.4000, is 4.0 times the data loss, 0.1000."
            + " Try @Dropout(0.5) on hidden, which learns 20 numbers: units that cannot rely on"
            + " each other memorise less.",
        new Case().epochs(10, i -> 0.1, i -> 0.4).diagnose().toString());
    assertTrue(new Case().epochs(10, i -> 0.1, i -> 0.29).diagnose().healthy());
    assertTrue(new Case().epochs(10, i -> 0.5, i -> 0.74).diagnose().healthy());
    assertTrue(new Case().epochs(2, i -> 0.1, i -> 0.4).diagnose().healthy(), "too few epochs");
  }

  @Test
  void the_remedy_is_what_the_network_does_not_have_yet() {
    Case run = new Case().epochs(10, i -> 0.1, i -> 0.4);
    assertEquals(
        "@L2(value = 1, scaling = PenaltyScaling.TEXTBOOK) on hidden, which learns 20 numbers:"
            + " small weights make answers that change slowly between rows",
        run.with(NOISY).remedy());
    assertEquals(
        "@L2(1) in place of @L2(0.5) on hidden, twice the strength; or fewer units in hidden, or a"
            + " higher rate of its noise; more rows help most",
        run.with(Set.of("hidden"), penalty("l2", 0.5, "textbook")).remedy());
    assertEquals(
        "@L1(2) in place of @L1(4) on hidden, where C divides the penalty, twice the strength; or"
            + " fewer units in hidden, or a higher rate of its noise; more rows help most",
        run.with(Set.of("hidden"), penalty("l1", 4, "sklearn_logistic")).remedy());
    NetworkDescription linear =
        builder().layer("output", "dense").with("units", 1).weight("output.weights", 3, 1).build();
    assertTrue(run.of(linear).remedy().contains(") on output"), run.of(linear).remedy());
  }

  @Test
  void a_kind_of_noise_that_nobody_foresaw_is_noise() {
    Case run = new Case().epochs(10, i -> 0.1, i -> 0.4);
    NetworkDescription apart =
        builder()
            .layer("hidden", "dense")
            .with("units", 5)
            .weight("hidden.weights", 3, 5)
            .layer("noise", "identity")
            .modifier("shake")
            .layer("output", "dense")
            .with("units", 1)
            .weight("output.weights", 5, 1)
            .build();
    assertTrue(run.of(apart).remedy().startsWith("@Dropout(0.5) on hidden"));
    Regularization shaken = new Regularization(Set.of("noise"), Set.of(), Set.of(), List.of());
    assertTrue(run.of(apart).with(shaken).remedy().startsWith("@L2("));
  }

  @Test
  void noise_is_not_recommended_where_the_compiler_warns_of_it() {
    Case run = new Case().epochs(10, i -> 0.1, i -> 0.4);
    assertTrue(run.of(network("selu")).remedy().startsWith("@AlphaDropout(0.1) on hidden"));
    Regularization normalised = new Regularization(Set.of(), Set.of("output"), Set.of(), List.of());
    assertTrue(run.with(normalised).remedy().startsWith("@L2("), "batch norm behind");
    Regularization bounded =
        new Regularization(Set.of("hidden"), Set.of(), Set.of("hidden"), List.of());
    assertEquals(
        "fewer units in hidden, or a higher rate of its noise; more rows help most",
        run.with(bounded).remedy());
  }

  @Test
  void a_loss_near_that_of_a_constant_answer_is_underfitting() {
    Case run = new Case().epochs(10, i -> 0.85, i -> 0.9);
    assertEquals(
        "[underfitting] the loss, 0.8500, is 85 % of what one constant answer to all rows has,"
            + " 1.000, on training rows too. Try units = 10 on hidden, or one more layer: a"
            + " larger network can say more.",
        run.diagnose().toString());
    assertTrue(
        run.with(NOISY).remedy().startsWith("a lower rate of the noise on hidden"),
        run.with(NOISY).remedy());
    assertEquals(
        "a tenth of the strength of @L2 on hidden, which may hold its weights near 0; then more"
            + " units",
        run.penalty(0.1).remedy());
    assertTrue(new Case().epochs(10, i -> 0.79, i -> 0.9).diagnose().healthy());
    assertTrue(new Case().epochs(10, i -> 0.9, i -> 0.5).diagnose().healthy(), "noise in training");
  }

  @Test
  void a_penalty_beside_the_data_loss_is_not_to_blame() {
    Case run = new Case().epochs(10, i -> 0.85, i -> 0.9);
    double share = 0.05 * 0.85 / 1.25; // the other penalty of the case is a quarter of it
    assertTrue(run.penalty(1.01 * share).remedy().startsWith("a tenth of the strength of @L2"));
    assertTrue(run.penalty(0.99 * share).remedy().startsWith("units = 10 on hidden"));
  }

  @Test
  void a_tenth_of_the_strength_is_ten_times_c() {
    Case run = new Case().epochs(10, i -> 0.5, i -> 0.5).penalty(0.6);
    assertTrue(
        run.with(Set.of(), penalty("l2", 40, "textbook"))
            .remedy()
            .startsWith("@L2(4) in place of @L2(40) on hidden, a tenth of the strength: updates"));
    assertTrue(
        run.with(Set.of(), penalty("l2", 0.07, "sklearn_logistic"))
            .remedy()
            .startsWith(
                "@L2(0.7) in place of @L2(0.07) on hidden, where C divides the penalty, a tenth of"
                    + " the strength: updates"));
  }

  @Test
  void a_penalty_above_the_data_loss_dominates() {
    Case run = new Case().epochs(10, i -> 0.5, i -> 0.5);
    assertEquals(
        "[dominating-penalty] in epoch 10 the penalty, 0.7500, is 1.5 times the data loss, 0.5000;"
            + " hidden has 0.6000 of it, hidden.weights.l2 alone 0.6000. Try a tenth of the"
            + " strength of @L2 on hidden: updates make what it penalises small rather than the"
            + " loss.",
        run.penalty(0.6).diagnose().toString());
    assertTrue(run.penalty(0.34).diagnose().healthy());
    assertTrue(
        new Case().epochs(10, i -> 0.05, i -> 0.05).penalty(0.6).diagnose().healthy(),
        "the loss is small all the same");
  }

  @Test
  void layers_with_many_silent_units_are_named() {
    Case run = new Case().epochs(10, i -> 0.3, i -> 0.3);
    assertEquals(
        "[dead-units] 2 of the 5 units of hidden (40 %) hand on 0 for each of 64 training rows. Try"
            + " activation = LEAKY_RELU on hidden, whose units always get a gradient, or a smaller"
            + " learning rate, after which fewer die.",
        run.dead(2).diagnose().toString());
    assertTrue(run.dead(1).diagnose().healthy());
  }

  @Test
  void a_data_loss_that_swings_has_steps_too_long() {
    Case run = new Case().epochs(10, i -> i % 3 == 0 ? 0.4 : 0.3, i -> 0.3);
    assertEquals(
        "[high-learning-rate] the data loss rose in 3 of 9 epochs by 0.05000 or more. Try a third"
            + " of the learning rate of sgd 0.5, or Training.clipGlobalNorm(1): steps are too long"
            + " to settle.",
        run.diagnose().toString());
    assertTrue(new Case().epochs(10, i -> i % 3 == 0 ? 0.34 : 0.3, i -> 0.3).diagnose().healthy());
    assertTrue(new Case().epochs(10, i -> i % 5 == 4 ? 0.4 : 0.3, i -> 0.3).diagnose().healthy());
  }

  @Test
  void a_loss_worse_than_a_constant_answer_has_steps_too_long() {
    Case run = new Case().epochs(10, i -> 1.2, i -> 1.3);
    assertTrue(
        run.diagnose().toString().startsWith("[high-learning-rate] the loss, 1.200, is above that"),
        run.diagnose().toString());
    assertEquals(1, run.diagnose().findings().size(), "and that it underfits is explained");
  }

  @Test
  void a_data_loss_that_ends_above_its_best_has_steps_too_long() {
    Case run = new Case().epochs(10, i -> i < 9 ? 0.2 : 0.5, i -> 0.5);
    assertTrue(
        run.diagnose()
            .toString()
            .startsWith("[high-learning-rate] the data loss ends at 0.5000, but was 0.2000 before"),
        run.diagnose().toString());
  }

  @Test
  void a_loss_that_still_falls_needs_more_epochs() {
    Case run = new Case().epochs(8, i -> 0.6 - 0.04 * i, i -> 0.6 - 0.04 * i);
    assertEquals(
        "[still-improving] the validation loss still fell by 20 % over the last 2 of 8 epochs, to"
            + " 0.3200. Try Training.epochs(16); with earlyStopping it ends by itself where nothing"
            + " improves.",
        run.diagnose().toString());
    assertTrue(run.stopped().diagnose().healthy());
    assertTrue(
        new Case().epochs(8, i -> 0.6, i -> 0.6 - 0.005 * i).diagnose().healthy(), "hardly falls");
  }

  @Test
  void without_validation_rows_nothing_is_known_of_other_rows() {
    Case run = new Case().epochs(8, i -> 0.3, i -> NONE);
    assertEquals(
        "[no-validation] the loss was measured on training rows alone, on which memorising looks"
            + " like learning. Try Training.validationSplit(0.2), or validation(rows) with rows"
            + " kept apart.",
        run.diagnose().toString());
  }

  @Test
  void a_run_without_epochs_has_no_findings() {
    assertTrue(new Case().epochs(0, i -> 1, i -> 1).diagnose().healthy());
  }

  @Test
  void losses_are_measured_by_the_first_epoch_where_a_constant_answer_is_right() {
    Case run = new Case().epochs(10, i -> 0.1, i -> 0.4).constant(0);
    assertTrue(run.diagnose().has("overfitting"));
    assertFalse(run.diagnose().has("underfitting"));
  }

  private static NetworkDescriptionBuilder builder() {
    return NetworkDescription.network("test.Sick", 3).loss(Loss.HALF_SQUARED_ERROR);
  }

  private static NetworkDescription network(String activation) {
    return builder()
        .layer("hidden", "dense")
        .with("units", 5)
        .with("activation", activation)
        .weight("hidden.weights", 3, 5)
        .bias("hidden.bias", 5)
        .layer("output", "dense")
        .with("units", 1)
        .weight("output.weights", 5, 1)
        .build();
  }

  private static PenaltyRecord penalty(String kind, double lambda, String scaling) {
    return new PenaltyRecord("hidden.weights", kind, lambda, scaling, 0.01);
  }

  /** A run that a test makes up. */
  private record Case(
      List<EpochRecord> records,
      boolean completed,
      int restoredEpoch,
      NetworkDescription network,
      Regularization regularization,
      double constantLoss,
      Map<String, Integer> deadUnits) {
    Case() {
      this(List.of(), true, 0, PLAIN, Regularization.NONE, 1, Map.of());
    }

    Case epochs(int count, IntToDoubleFunction dataLoss, IntToDoubleFunction validationLoss) {
      List<EpochRecord> made = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        made.add(
            new EpochRecord(
                i + 1,
                dataLoss.applyAsDouble(i),
                new TreeMap<>(),
                validationLoss.applyAsDouble(i),
                new TreeMap<>()));
      }
      return new Case(
          made, completed, restoredEpoch, network, regularization, constantLoss, deadUnits);
    }

    Case penalty(double hidden) {
      Map<String, Double> ledger =
          Map.of("hidden.weights.l2", hidden, "output.bias.l1", hidden / 4);
      List<EpochRecord> made =
          records.stream()
              .map(
                  one ->
                      new EpochRecord(
                          one.epoch(),
                          one.dataLoss(),
                          new TreeMap<>(ledger),
                          one.validationLoss(),
                          one.metrics()))
              .toList();
      return new Case(
          made, completed, restoredEpoch, network, regularization, constantLoss, deadUnits);
    }

    Case stopped() {
      return new Case(
          records, false, restoredEpoch, network, regularization, constantLoss, deadUnits);
    }

    Case restored(int epoch) {
      return new Case(records, completed, epoch, network, regularization, constantLoss, deadUnits);
    }

    Case of(NetworkDescription other) {
      return new Case(
          records, completed, restoredEpoch, other, regularization, constantLoss, deadUnits);
    }

    Case with(Regularization other) {
      return new Case(records, completed, restoredEpoch, network, other, constantLoss, deadUnits);
    }

    Case with(Set<String> noisy, PenaltyRecord penalty) {
      return with(new Regularization(noisy, Set.of(), Set.of(), List.of(penalty)));
    }

    Case constant(double loss) {
      return new Case(records, completed, restoredEpoch, network, regularization, loss, deadUnits);
    }

    Case dead(int units) {
      Map<String, Integer> dead = Map.of("hidden", units);
      return new Case(
          records, completed, restoredEpoch, network, regularization, constantLoss, dead);
    }

    Diagnosis diagnose() {
      return Diagnosis.of(
          new RunRecord(
              records,
              completed,
              restoredEpoch,
              new Observations(
                  network,
                  0,
                  "sgd 0.5",
                  regularization,
                  constantLoss,
                  64,
                  new TreeMap<>(deadUnits))));
    }

    String remedy() {
      return diagnose().findings().get(0).remedy();
    }
  }
}

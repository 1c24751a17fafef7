package dev.annette.examples.passengers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.examples.passengers.Passengers.Cabin;
import dev.annette.examples.passengers.Passengers.Passenger;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassengersTest {
  private static final List<Passenger> UNSEEN = PassengerList.draw(4000, 2);

  @TempDir Path folder;

  private static PassengersTrainer trainer;

  @BeforeAll
  static void train() {
    trainer = PassengersTrainer.create(42);
    trainer.fit(PassengerList.draw(2000, 1), Training.epochs(40).optimizer(Adam.of(0.005)));
  }

  /** The formula that the passengers are drawn from is the best that anything can do. */
  @Test
  void unseen_passengers_are_told_nearly_as_well_as_by_the_formula_itself() {
    List<Passenger> known = UNSEEN.stream().filter(passenger -> passenger.age() != null).toList();
    double best = 0;
    double right = 0;
    for (Passenger passenger : known) {
      double z = logOdds(passenger);
      best += Math.log1p(Math.exp(passenger.survived() ? -z : z)) / known.size();
      right += z >= 0 == passenger.survived() ? 1.0 / known.size() : 0;
    }
    Evaluation evaluation = trainer.evaluate(known);
    double loss = evaluation.dataLoss();
    assertTrue(loss > best - 0.005 && loss < best + 0.03, loss + " against " + best);
    double accuracy = evaluation.metrics().get("accuracy");
    assertTrue(Math.abs(accuracy - right) < 0.02, accuracy + " against " + right);
  }

  @Test
  void those_of_unknown_age_are_told_less_well_but_better_than_by_the_share_that_survives() {
    List<Passenger> unknown = UNSEEN.stream().filter(passenger -> passenger.age() == null).toList();
    double share = unknown.stream().filter(Passenger::survived).count() / (double) unknown.size();
    double entropy = -share * Math.log(share) - (1 - share) * Math.log(1 - share);
    Evaluation evaluation = trainer.evaluate(unknown);
    assertTrue(evaluation.dataLoss() < 0.85 * entropy, evaluation + " against " + entropy);
  }

  @Test
  void a_name_is_not_read_and_a_gap_is_not_the_median() {
    PassengersModel model = trainer.model();
    Passenger known = new Passenger("a", Cabin.FIRST, false, 23.0, 0, 60, "Cherbourg", false);
    Passenger other = new Passenger(null, Cabin.FIRST, false, 23.0, 0, 60, "Cherbourg", true);
    Passenger gap = new Passenger("a", Cabin.FIRST, false, null, 0, 60, "Cherbourg", false);
    assertEquals(model.probability(known), model.probability(other));
    assertTrue(model.probability(known) != model.probability(gap));
  }

  @Test
  void the_program_saves_a_model_that_answers_yes_or_no() throws IOException {
    Path file = folder.resolve("passengers.json");
    Passengers.main(new String[] {file.toString()});
    PassengersModel model = PassengersModel.load(file);
    assertTrue(model.predict(Cabin.FIRST, true, 30.0, 0, 90, "Cherbourg"));
    assertFalse(model.predict(Cabin.THIRD, false, null, 5, 8, null));
  }

  private static double logOdds(Passenger passenger) {
    return PassengerList.logOdds(
        passenger.cabin(), passenger.female(), passenger.age(), passenger.relatives());
  }
}

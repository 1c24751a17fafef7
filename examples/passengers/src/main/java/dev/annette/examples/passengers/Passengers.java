package dev.annette.examples.passengers;

import static dev.annette.Activation.RELU;
import static dev.annette.Imputation.MEDIAN;
import static dev.annette.Imputation.ZEROS;

import dev.annette.Bucketize;
import dev.annette.Categories;
import dev.annette.Dense;
import dev.annette.Ignore;
import dev.annette.Impute;
import dev.annette.L2;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Log1p;
import dev.annette.Network;
import dev.annette.Standardize;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Predicts who survives a shipwreck, from a table with columns of every type and with gaps. */
@Network(rows = Passengers.Passenger.class)
public class Passengers {
  /** How a passenger travels. */
  public enum Cabin {
    FIRST,
    SECOND,
    THIRD
  }

  /** A row. Age and port are not always known. */
  public record Passenger(
      @Ignore String name,
      Cabin cabin,
      boolean female,
      @Impute(MEDIAN) @Standardize Double age,
      @Bucketize({1, 4}) int relatives,
      @Log1p @Standardize float fare,
      @Categories({"Southampton", "Cherbourg", "Queenstown"}) @Impute(ZEROS) String port,
      @Label boolean survived) {}

  @Dense(units = 16, activation = RELU)
  @L2(2)
  Layer hidden;

  @Dense
  @L2(2)
  Layer output;

  /** Trains on 2,000 passengers, and saves the model where the argument says. */
  public static void main(String[] files) throws IOException {
    List<Passenger> train = PassengerList.draw(2000, 1);
    List<Passenger> unseen = PassengerList.draw(1000, 2);
    PassengersTrainer trainer = PassengersTrainer.create(42);
    trainer.fit(train, Training.epochs(40).optimizer(Adam.of(0.005)));
    System.out.println("unseen: " + trainer.evaluate(unseen));

    PassengersModel model = trainer.model();
    model.save(Path.of(files[0]));
    Passenger unknown = new Passenger("?", Cabin.THIRD, true, null, 0, 8, null, false);
    System.out.println("third class, female, of unknown age: " + model.probability(unknown));
  }
}

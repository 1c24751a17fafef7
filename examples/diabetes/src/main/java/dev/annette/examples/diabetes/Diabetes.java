package dev.annette.examples.diabetes;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.MinMax;
import dev.annette.Network;
import dev.annette.Standardize;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.csv.Csv;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Training;
import dev.annette.runtime.uncertainty.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Predicts how far diabetes will have progressed after a year. */
@Network(rows = Diabetes.Patient.class)
public class Diabetes {
  /**
   * A row: age in years, sex (1 or 2), body mass index, blood pressure, six measurements of the
   * blood, and the progression, from 25 to 346.
   */
  public record Patient(
      @Standardize float age,
      @MinMax float sex,
      @Standardize float bmi,
      @Standardize float bp,
      @Standardize float s1,
      @Standardize float s2,
      @Standardize float s3,
      @Standardize float s4,
      @Standardize float s5,
      @Standardize float s6,
      @Label @Standardize float progression) {}

  @Dense(units = 32, activation = RELU)
  @Dropout(0.3)
  Layer hidden;

  @Dense Layer output;

  /** Trains on four fifths of the file named first, and saves the model where the second says. */
  public static void main(String[] files) throws IOException {
    List<Patient> patients = Csv.file(Path.of(files[0])).rows(DiabetesTrainer.rows());
    Dataset.Split split = DiabetesTrainer.dataset(patients).split(0.2, 1);
    DiabetesTrainer trainer = DiabetesTrainer.create(42);
    trainer.fit(split.train(), Training.epochs(60).optimizer(Adam.of(0.005)));
    System.out.println("unseen: " + trainer.evaluate(split.validation()));

    DiabetesModel model = trainer.model();
    model.save(Path.of(files[1]));
    Patient patient = patients.get(0);
    Interval interval = trainer.predictMonteCarlo(List.of(patient), 200, 1).interval(0, 0, 0.9);
    System.out.println(patient.progression() + " was predicted as " + model.predict(patient));
    System.out.println("nine of ten samples: " + interval.low() + " to " + interval.high());
  }
}

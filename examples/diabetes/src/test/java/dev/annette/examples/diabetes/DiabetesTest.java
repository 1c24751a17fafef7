package dev.annette.examples.diabetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.examples.diabetes.Diabetes.Patient;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.csv.Csv;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Training;
import dev.annette.runtime.uncertainty.Interval;
import dev.annette.runtime.uncertainty.MonteCarloPrediction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiabetesTest {
  @TempDir Path folder;

  private static List<Patient> patients;

  @BeforeAll
  static void read() throws IOException {
    patients = Csv.file(data()).rows(DiabetesTrainer.rows());
  }

  /** Every patient is predicted by a model that has not seen them; least squares have R2 0.49. */
  @Test
  void unseen_patients_are_predicted_as_well_as_by_linear_models() {
    double error = 0;
    double absolute = 0;
    double total = 0;
    double mean = patients.stream().mapToDouble(Patient::progression).average().orElseThrow();
    for (Dataset.Split fold : DiabetesTrainer.dataset(patients).folds(5, 1)) {
      DiabetesTrainer trainer = DiabetesTrainer.create(42);
      trainer.fit(fold.train(), Training.epochs(60).optimizer(Adam.of(0.005)));
      Evaluation unseen = trainer.evaluate(fold.validation());
      error += unseen.metrics().get("mse") * fold.validation().rows();
      absolute += unseen.metrics().get("mae") * fold.validation().rows();
    }
    for (Patient patient : patients) {
      total += Math.pow(patient.progression() - mean, 2);
    }
    double rSquared = 1 - error / total;
    assertTrue(rSquared > 0.44 && rSquared < 0.56, "R2 " + rSquared);
    double meanAbsolute = absolute / patients.size();
    assertTrue(meanAbsolute > 40 && meanAbsolute < 46, "mean absolute error " + meanAbsolute);
  }

  /** Dropout says how sure the network is of its answer, not how far patients scatter around it. */
  @Test
  void intervals_lie_around_the_answers_in_the_unit_of_the_label() {
    DiabetesTrainer trainer = DiabetesTrainer.create(42);
    trainer.fit(patients, Training.epochs(60).optimizer(Adam.of(0.005)));
    float[] answers = trainer.model().predict(patients);
    MonteCarloPrediction samples = trainer.predictMonteCarlo(patients, 200, 1);
    int around = 0;
    double width = 0;
    for (int i = 0; i < answers.length; i++) {
      Interval interval = samples.interval(i, 0, 0.9);
      around += interval.contains(answers[i]) ? 1 : 0;
      width += interval.width() / answers.length;
    }
    assertTrue(around > 430, "around " + around);
    assertTrue(width > 20 && width < 150, "width " + width);
  }

  @Test
  void the_program_saves_a_model_that_answers_in_the_unit_of_the_label() throws IOException {
    Path file = folder.resolve("diabetes.json");
    Diabetes.main(new String[] {data().toString(), file.toString()});
    DiabetesModel model = DiabetesModel.load(file);
    float[] answers = model.predict(patients);
    double sum = 0;
    for (int i = 0; i < answers.length; i++) {
      assertEquals(answers[i], model.predict(patients.get(i)));
      sum += answers[i];
    }
    assertEquals(152, sum / answers.length, 8);
  }

  private static Path data() {
    return Path.of(
        "src", "main", "resources", "dev", "annette", "examples", "diabetes", "diabetes.csv");
  }
}

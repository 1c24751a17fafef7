package dev.annette.examples.iris;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.L2;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;
import dev.annette.runtime.data.csv.Csv;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tells irises apart. */
@Network(rows = Iris.Flower.class)
public class Iris {
  /** What is predicted. */
  public enum Species {
    SETOSA,
    VERSICOLOR,
    VIRGINICA
  }

  /** A row: four measurements in centimetres, and the species. */
  public record Flower(
      @Standardize float sepalLength,
      @Standardize float sepalWidth,
      @Standardize float petalLength,
      @Standardize float petalWidth,
      @Label Species species) {}

  @Dense(units = 16, activation = RELU)
  @L2(1)
  Layer hidden;

  @Dense Layer output;

  /** Trains on the file named first, and saves the model where the second says. */
  public static void main(String[] files) throws IOException {
    List<Flower> flowers = Csv.file(Path.of(files[0])).rows(IrisTrainer.rows());
    IrisTrainer trainer = IrisTrainer.create(42);
    trainer.fit(flowers, Training.epochs(60).optimizer(Adam.of(0.01)).validationSplit(0.2));
    System.out.println(trainer.evaluate(flowers));
    trainer.model().save(Path.of(files[1]));
    System.out.println(IrisModel.load(Path.of(files[1])).predict(5.1f, 3.5f, 1.4f, 0.2f));
  }
}

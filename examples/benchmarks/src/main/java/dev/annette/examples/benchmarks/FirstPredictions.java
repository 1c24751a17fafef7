package dev.annette.examples.benchmarks;

import dev.annette.runtime.model.Predictor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** A program that loads the model of W3 and predicts, to see how long a fresh JVM takes. */
public final class FirstPredictions {
  private FirstPredictions() {}

  /** Prints {@code answered} as soon as it has predicted once, and then its {@link WarmUpCurve}. */
  public static void main(String[] file) throws IOException {
    long start = System.nanoTime();
    SmallImageNetModel model = SmallImageNetModel.load(Path.of(file[0]));
    Predictor predictor = model.predictor();
    long loaded = System.nanoTime();
    float[] row = new float[model.inputSize()];
    Random random = new Random(1);
    for (int i = 0; i < row.length; i++) {
      row[i] = random.nextFloat();
    }
    float[] outputs = new float[model.outputSize()];
    predictor.predict(row, outputs);
    System.out.println("answered " + (loaded - start) / 1e6);
    System.out.println(WarmUpCurve.of(() -> predictor.predict(row, outputs)));
  }
}

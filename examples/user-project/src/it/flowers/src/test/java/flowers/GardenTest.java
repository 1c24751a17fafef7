package flowers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GardenTest {
  private static final float[][] CENTRES = {{1, 5}, {4, 4}, {5, 1}};

  @TempDir Path directory;

  @Test
  void a_network_is_trained_saved_and_loaded() throws IOException {
    Random random = new Random(1);
    float[][] flowers = new float[300][];
    int[] kinds = new int[300];
    for (int i = 0; i < flowers.length; i++) {
      kinds[i] = i % 3;
      float[] centre = CENTRES[kinds[i]];
      flowers[i] = new float[] {
        centre[0] + 0.4f * (float) random.nextGaussian(),
        centre[1] + 0.4f * (float) random.nextGaussian()
      };
    }
    Garden_KindTrainer trainer = Garden_KindTrainer.create(1);
    trainer.fit(
        Dataset.ofClasses(flowers, kinds),
        Training.epochs(30).batchSize(16).optimizer(Adam.of(0.01)).validationSplit(0.2));
    Garden_KindModel model = trainer.model();
    Path file = directory.resolve("kind.json");
    model.save(file);
    Garden_KindModel loaded = Garden_KindModel.load(file);
    int right = 0;
    for (int i = 0; i < flowers.length; i++) {
      assertArrayEquals(model.probabilities(flowers[i]), loaded.probabilities(flowers[i]));
      right += loaded.classify(flowers[i]) == kinds[i] ? 1 : 0;
    }
    assertTrue(right > 285, right + " of 300");
    assertThrows(IllegalArgumentException.class, () -> loaded.classify(new float[3]));
  }
}

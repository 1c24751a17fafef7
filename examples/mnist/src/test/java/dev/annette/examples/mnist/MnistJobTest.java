package dev.annette.examples.mnist;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MnistJobTest {
  @Test
  void two_hidden_layers_with_dropout_read_98_2_percent() throws IOException {
    Optional<MnistFiles> files = MnistFiles.find(null);
    assumeTrue(files.isPresent(), MnistFiles.how());
    MnistModel model = MnistJob.train(files.get(), Training.epochs(14), System.out);
    double accuracy = Evaluation.of(model, files.get().test()).metrics().get("accuracy");
    assertTrue(accuracy >= 0.982, "accuracy " + accuracy);
  }

  @Test
  void missing_files_are_explained() {
    assertTrue(MnistFiles.find(Path.of("no", "such", "folder").toString()).isEmpty());
    assertTrue(MnistFiles.how().contains("-Dannette.data=FOLDER"));
  }
}

package dev.annette.runtime.data.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.annette.Loss;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkDescription;
import org.junit.jupiter.api.Test;

class LabelSmoothingTest {

  @Test
  void a_class_gives_a_share_to_all() {
    LabelSmoothing smoothing = new LabelSmoothing(0.2, network(Loss.CROSS_ENTROPY, 4));
    Batch batch = Batch.of(new float[2], 2, new Targets.Classes(new int[] {2, 0}));
    Batch smoothed = smoothing.apply(batch, 0);
    assertArrayEquals(
        new float[] {0.05f, 0.05f, 0.85f, 0.05f, 0.85f, 0.05f, 0.05f, 0.05f}, values(smoothed));
    assertSame(batch.features(), smoothed.features());
    assertSame(smoothed, smoothing.apply(batch, 1));
    assertArrayEquals(
        new float[] {0.05f, 0.05f, 0.85f, 0.05f, 0.85f, 0.05f, 0.05f, 0.05f}, values(smoothed));
  }

  @Test
  void the_two_answers_of_an_output_share_alike() {
    LabelSmoothing smoothing = new LabelSmoothing(0.5, network(Loss.BINARY_CROSS_ENTROPY, 3));
    Batch batch = Batch.of(new float[1], 1, new Targets.Values(new float[] {0, 1, 0.5f}));
    assertArrayEquals(new float[] {0.25f, 0.75f, 0.5f}, values(smoothing.apply(batch, 0)));
  }

  @Test
  void batches_of_any_size_may_follow_each_other() {
    LabelSmoothing smoothing = new LabelSmoothing(0.5, network(Loss.BINARY_CROSS_ENTROPY, 1));
    for (int rows : new int[] {2, 5, 1, 3}) {
      Batch smoothed =
          smoothing.apply(Batch.of(new float[rows], rows, new Targets.Values(new float[rows])), 0);
      assertEquals(rows, smoothed.rows());
      for (int row = 0; row < rows; row++) {
        assertEquals(0.25f, values(smoothed)[row]);
      }
    }
  }

  private static NetworkDescription network(Loss loss, int outputs) {
    return NetworkDescription.network("test.Classes", 1)
        .loss(loss)
        .layer("output", "dense")
        .with("units", outputs)
        .weight("output.weights", 1, outputs)
        .build();
  }

  private static float[] values(Batch batch) {
    return ((Targets.Values) batch.targets()).values();
  }
}

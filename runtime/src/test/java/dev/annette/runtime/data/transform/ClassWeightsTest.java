package dev.annette.runtime.data.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.loss.Targets;
import org.junit.jupiter.api.Test;

/** Cases worked out by hand; scikit-learn's are compared with the generated networks. */
class ClassWeightsTest {
  private static final float[][] FEATURES = {{0}, {1}, {2}, {3}, {4}, {5}};
  private static final int[] LABELS = {1, 1, 1, 1, 0, 0};

  @Test
  void balanced_classes_sum_to_the_same() {
    Dataset rows = Dataset.ofClasses(FEATURES, LABELS);
    assertArrayEquals(new double[] {1.5, 0.75}, ClassWeights.balanced(rows, 2));
    assertArrayEquals(new double[] {1.5, 0.75, 0}, ClassWeights.balanced(rows, 3), "no row");
  }

  @Test
  void rows_are_counted_by_their_weights() {
    Dataset rows = Dataset.ofClasses(FEATURES, LABELS).withWeights(new float[] {1, 1, 0, 0, 3, 1});
    assertArrayEquals(new double[] {6 / (2 * 4.0), 6 / (2 * 2.0)}, ClassWeights.balanced(rows, 2));
  }

  @Test
  void soft_labels_count_by_their_shares() {
    Dataset soft = Dataset.ofValues(new float[][] {{0}, {1}}, new float[][] {{1, 0}, {0.5f, 0.5f}});
    assertArrayEquals(new double[] {2 / (2 * 1.5), 2 / (2 * 0.5)}, ClassWeights.balanced(soft, 2));
    Dataset binary = Dataset.ofValues(new float[][] {{0}, {1}}, new float[] {0, 0.5f});
    assertArrayEquals(
        new double[] {2 / (2 * 1.5), 2 / (2 * 0.5)}, ClassWeights.balanced(binary, 2));
  }

  @Test
  void weights_are_scaled_to_a_mean_of_1_over_the_rows() {
    Dataset rows = Dataset.ofClasses(FEATURES, LABELS);
    assertArrayEquals(new double[] {2.25, 0.375}, ClassWeights.withMeanOne(rows, 6, 1), 1e-15);
    assertEquals(
        "the weights of classes leave no training row that counts: every class that has rows has"
            + " weight 0",
        assertThrows(IllegalArgumentException.class, () -> ClassWeights.withMeanOne(rows, 0, 0, 1))
            .getMessage());
  }

  @Test
  void a_row_counts_its_own_weight_times_that_of_its_class() {
    ClassWeighting weighting = new ClassWeighting(2, 3, 5);
    Batch batch =
        Batch.of(
            new float[] {7, 8, 9},
            3,
            new Targets.Classes(new int[] {1, 0, 1}),
            new float[] {1, 2, 0});
    Batch weighted = weighting.apply(batch, 0);
    assertArrayEquals(new float[] {5, 6, 0}, weighted.weights());
    assertArrayEquals(new float[] {1, 2, 0}, batch.weights(), "the user's weights stay");
    assertSame(batch.features(), weighted.features());
    assertSame(batch.targets(), weighted.targets());
    assertSame(weighted, weighting.apply(batch, 1));
  }

  @Test
  void one_output_tells_two_classes_apart() {
    Batch batch = Batch.of(new float[3], 3, new Targets.Values(new float[] {0, 1, 0.25f}));
    assertArrayEquals(
        new float[] {3, 5, 3.5f}, new ClassWeighting(1, 3, 5).apply(batch, 0).weights());
  }

  @Test
  void a_soft_label_counts_what_its_classes_count_in_their_shares() {
    Batch batch = Batch.of(new float[1], 1, new Targets.Values(new float[] {0.5f, 0.25f, 0.25f}));
    assertArrayEquals(new float[] {4}, new ClassWeighting(3, 4, 8, 0).apply(batch, 0).weights());
  }
}

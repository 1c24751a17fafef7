package dev.annette.runtime.data.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkDescription;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MixupTest {
  private static final int ROWS = 7;
  private static final int WIDTH = 4;
  private static final int CLASSES = 3;
  private static final NetworkDescription NETWORK =
      NetworkDescription.network("test.Classes", WIDTH)
          .loss(Loss.CROSS_ENTROPY)
          .layer("output", "dense")
          .with("units", CLASSES)
          .weight("output.weights", WIDTH, CLASSES)
          .build();

  /** Every step keeps them, so the expectation over steps does. */
  @Test
  void a_batch_keeps_its_mean_inputs_weights_and_weighted_targets() {
    Batch batch = batch(true);
    Mixup mixup = new Mixup(0.4, NETWORK, 1);
    double[] inputs = sums(batch.features(), WIDTH);
    double[] targets = sums(weighted(batch, dense(batch)), CLASSES);
    for (int step = 0; step < 100; step++) {
      Batch mixed = mixup.apply(batch, step);
      assertEquals(ROWS, mixed.rows());
      assertArrayEquals(inputs, sums(mixed.features(), WIDTH), 1e-5);
      assertArrayEquals(sums(batch.weights(), 1), sums(mixed.weights(), 1), 1e-5);
      assertArrayEquals(targets, sums(weighted(mixed, values(mixed)), CLASSES), 1e-5);
    }
  }

  @Test
  void rows_lie_between_two_rows_with_one_share_for_the_batch() {
    Batch batch = batch(false);
    float[] before = batch.features().clone();
    Batch mixed = new Mixup(1, NETWORK, 1).apply(batch, 3);
    assertNull(mixed.weights());
    double share = shareOf(batch, mixed);
    assertTrue(share > 0 && share < 1);
    float[] plain = dense(batch);
    boolean[] taken = new boolean[ROWS];
    for (int row = 0; row < ROWS; row++) {
      int partner = partner(batch, mixed, row, share);
      assertFalse(taken[partner], "partners are a permutation");
      taken[partner] = true;
      for (int k = 0; k < CLASSES; k++) {
        double expected =
            share * plain[row * CLASSES + k] + (1 - share) * plain[partner * CLASSES + k];
        assertEquals(expected, values(mixed)[row * CLASSES + k], 1e-6);
      }
    }
    assertArrayEquals(before, batch.features(), "the user's rows stay");
  }

  @Test
  void a_target_has_the_share_of_its_weight() {
    float[] features = {0, 0, 0, 0, 1, 1, 1, 1};
    Batch batch = Batch.of(features, 2, new Targets.Classes(new int[] {0, 1}), new float[] {0, 2});
    Mixup mixup = new Mixup(1, NETWORK, 1);
    int step = 0;
    while (mixup.apply(batch, step).features()[0] == 0) {
      step++; // until the two rows are partners
    }
    Batch mixed = mixup.apply(batch, step);
    double share = 1 - mixed.features()[0];
    assertEquals(2 * (1 - share), mixed.weights()[0], 1e-6);
    assertEquals(2 * share, mixed.weights()[1], 1e-6);
    assertArrayEquals(new float[] {0, 1, 0, 0, 1, 0}, values(mixed), "a row of weight 0 has none");
  }

  @Test
  void seed_and_step_decide() {
    Batch batch = batch(false);
    float[] first = new Mixup(1, NETWORK, 1).apply(batch, 5).features().clone();
    Mixup other = new Mixup(1, NETWORK, 1);
    other.apply(batch, 4);
    assertArrayEquals(first, other.apply(batch, 5).features());
    assertFalse(Arrays.equals(first, other.apply(batch, 6).features()));
    assertFalse(Arrays.equals(first, new Mixup(1, NETWORK, 2).apply(batch, 5).features()));
  }

  @Test
  void equal_numbers_stay_as_they_are() {
    float[] features = new float[ROWS * WIDTH];
    Arrays.fill(features, 0.1f);
    Batch batch = Batch.of(features, ROWS, new Targets.Classes(new int[ROWS]));
    Mixup mixup = new Mixup(1, NETWORK, 1);
    for (int step = 0; step < 50; step++) {
      assertArrayEquals(features, mixup.apply(batch, step).features());
    }
  }

  @Test
  void a_smaller_batch_uses_the_same_arrays() {
    Mixup mixup = new Mixup(1, NETWORK, 1);
    Batch large = mixup.apply(batch(false), 0);
    Batch small = Batch.of(new float[2 * WIDTH], 2, new Targets.Classes(new int[] {0, 1}), null);
    assertSame(large, mixup.apply(small, 1));
    assertEquals(2, large.rows());
    assertNotSame(large, mixup.apply(batch(true), 2), "weights need an array");
  }

  private static Batch batch(boolean weighted) {
    Random random = new Random(3);
    float[] features = new float[ROWS * WIDTH];
    float[] weights = new float[ROWS];
    int[] labels = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < WIDTH; i++) {
        features[row * WIDTH + i] = (float) random.nextGaussian();
      }
      weights[row] = row == 2 ? 0 : random.nextFloat() * 2;
      labels[row] = row % CLASSES;
    }
    return Batch.of(features, ROWS, new Targets.Classes(labels), weighted ? weights : null);
  }

  private static double shareOf(Batch batch, Batch mixed) {
    for (int row = 0; row < ROWS; row++) {
      float[] targets = values(mixed);
      float own = targets[row * CLASSES + ((Targets.Classes) batch.targets()).indices()[row]];
      if (own < 1) {
        return own;
      }
    }
    throw new AssertionError("every row is its own partner, or of the same class");
  }

  private static int partner(Batch batch, Batch mixed, int row, double share) {
    for (int other = 0; other < ROWS; other++) {
      double error = 0;
      for (int i = 0; i < WIDTH; i++) {
        double expected =
            share * batch.features()[row * WIDTH + i]
                + (1 - share) * batch.features()[other * WIDTH + i];
        error = Math.max(error, Math.abs(expected - mixed.features()[row * WIDTH + i]));
      }
      if (error < 1e-5) {
        return other;
      }
    }
    throw new AssertionError("row " + row + " lies between no two rows");
  }

  private static float[] values(Batch batch) {
    return Arrays.copyOf(((Targets.Values) batch.targets()).values(), batch.rows() * CLASSES);
  }

  private static float[] dense(Batch batch) {
    float[] dense = new float[ROWS * CLASSES];
    DenseTargets.write(batch.targets(), ROWS, CLASSES, dense);
    return dense;
  }

  private static float[] weighted(Batch batch, float[] targets) {
    float[] weighted = new float[targets.length];
    for (int i = 0; i < targets.length; i++) {
      weighted[i] = batch.weights()[i / CLASSES] * targets[i];
    }
    return weighted;
  }

  private static double[] sums(float[] values, int width) {
    double[] sums = new double[width];
    for (int i = 0; i < ROWS * width; i++) {
      sums[i % width] += values[i];
    }
    return sums;
  }
}

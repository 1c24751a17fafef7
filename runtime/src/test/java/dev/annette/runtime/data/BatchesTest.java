package dev.annette.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.annette.runtime.kernel.loss.Targets;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

  /** Rows whose feature, label and weight all tell their number. */
  private static Dataset numbered(int rows) {
    float[] numbers = new float[rows];
    for (int i = 0; i < rows; i++) {
      numbers[i] = i + 1;
    }
    int[] labels = IntStream.range(0, rows).toArray();
    return Dataset.ofClasses(numbers, rows, labels).withWeights(numbers);
  }

  private static List<Integer> order(Batches batches, int epoch) {
    List<Integer> order = new ArrayList<>();
    for (Batch batch : batches.epoch(epoch)) {
      for (int i = 0; i < batch.rows(); i++) {
        int label = ((Targets.Classes) batch.targets()).indices()[i];
        assertEquals(label + 1, batch.features()[i]);
        assertEquals(label + 1, batch.weights()[i]);
        order.add(label);
      }
    }
    return order;
  }

  @Test
  void a_pass_has_every_row_once() {
    for (int batchSize : new int[] {1, 3, 10, 99}) {
      Batches batches = Batches.shuffled(numbered(10), batchSize, 5);
      List<Integer> order = new ArrayList<>(order(batches, 0));
      order.sort(null);
      assertEquals(IntStream.range(0, 10).boxed().toList(), order);
    }
  }

  @Test
  void the_last_batch_may_be_smaller() {
    Batches batches = Batches.sequential(numbered(10), 4);
    List<Integer> sizes = new ArrayList<>();
    batches.epoch(0).forEach(batch -> sizes.add(batch.rows()));
    assertEquals(List.of(4, 4, 2), sizes);
    assertEquals(3, batches.batchesPerEpoch());
    assertEquals(10, batches.rows());
    assertEquals(IntStream.range(0, 10).boxed().toList(), order(batches, 7));
  }

  @Test
  void the_order_depends_on_seed_and_pass_alone() {
    Batches batches = Batches.shuffled(numbered(20), 3, 5);
    List<Integer> first = order(batches, 1);
    assertNotEquals(first, order(batches, 2));
    assertEquals(first, order(batches, 1));
    assertEquals(first, order(Batches.shuffled(numbered(20), 8, 5), 1));
    assertNotEquals(first, order(Batches.shuffled(numbered(20), 3, 6), 1));
  }

  @Test
  void every_row_comes_first_about_equally_often() {
    Batches batches = Batches.shuffled(numbered(4), 4, 11);
    int[] first = new int[4];
    for (int epoch = 0; epoch < 4000; epoch++) {
      first[order(batches, epoch).get(0)]++;
    }
    for (int count : first) {
      assertEquals(1000, count, 5 * Math.sqrt(4000 * 0.25 * 0.75)); // five standard deviations
    }
  }

  @Test
  void one_batch_is_filled_again_and_again() {
    Iterator<Batch> pass = Batches.sequential(numbered(4), 2).epoch(0).iterator();
    assertSame(pass.next(), pass.next());
    assertThrows(NoSuchElementException.class, pass::next);
  }

  @Test
  void filling_batches_allocates_nothing() {
    Batches batches = Batches.sequential(numbered(20_000), 1);
    long sum = order(batches, 0).size();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    for (Batch batch : batches.epoch(1)) {
      sum += batch.rows();
    }
    assertEquals(40_000, sum);
    assertTrue((threads.getThreadAllocatedBytes(thread) - before) / 20_000 == 0);
  }

  @Test
  void a_batch_has_at_least_one_row() {
    assertEquals(
        "the batch size is 0; it must be at least 1",
        assertThrows(IllegalArgumentException.class, () -> Batches.sequential(numbered(4), 0))
            .getMessage());
  }
}

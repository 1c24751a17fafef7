package dev.annette.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamedBatchesTest {
  private final Numbers source = new Numbers(103);

  @Test
  void a_buffer_of_one_row_keeps_their_order() {
    StreamedBatches batches = new StreamedBatches(source, 103, 10, 1, 7, 1);
    assertEquals(IntStream.range(0, 103).boxed().toList(), rows(batches, 0));
    assertEquals(11, batches.batchesPerEpoch());
  }

  @ParameterizedTest
  @CsvSource({"2, 10", "10, 10", "50, 7", "103, 103", "200, 1", "500, 500"})
  void a_pass_has_every_row_once_in_an_order_of_its_own(int buffer, int batch) {
    StreamedBatches batches = new StreamedBatches(source, 103, batch, buffer, 7, 1);
    List<Integer> first = rows(batches, 0);
    assertEquals(IntStream.range(0, 103).boxed().toList(), first.stream().sorted().toList());
    assertEquals(first, rows(batches, 0));
    assertNotEquals(first, rows(batches, 1));
    assertNotEquals(first, rows(new StreamedBatches(source, 103, batch, buffer, 8, 1), 0));
  }

  @Test
  void every_row_of_a_buffer_of_all_is_as_likely_to_be_the_first() {
    int[] first = new int[8];
    StreamedBatches batches = new StreamedBatches(new Numbers(8), 8, 1, 8, 3, 1);
    for (int epoch = 0; epoch < 8000; epoch++) {
      first[rows(batches, epoch).get(0)]++;
    }
    for (int count : first) {
      assertEquals(1000, count, 120);
    }
  }

  @Test
  void no_more_is_read_than_the_buffer_holds() {
    StreamedBatches batches = new StreamedBatches(source, 103, 5, 20, 7, 1);
    int taken = 0;
    for (Batch batch : batches.epoch(0)) {
      taken += batch.rows();
      assertTrue(source.read <= taken + 20, source.read + " read, " + taken + " taken");
    }
  }

  @Test
  void weights_are_scaled() {
    for (Batch batch : new StreamedBatches(source, 103, 50, 1, 7, 0.5).epoch(0)) {
      assertEquals(1, batch.weights()[0]);
    }
  }

  @Test
  void a_pass_is_closed_at_its_end_and_where_it_is_broken_off() {
    StreamedBatches batches = new StreamedBatches(source, 103, 10, 10, 7, 1);
    rows(batches, 0);
    assertEquals(0, source.open);
    batches.epoch(1).iterator().next();
    assertEquals(1, source.open);
    batches.epoch(2).iterator().next();
    assertEquals(1, source.open);
    batches.close();
    assertEquals(0, source.open);
  }

  @Test
  void another_number_of_rows_is_refused() {
    StreamedBatches batches = new StreamedBatches(source, 104, 10, 10, 7, 1);
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> rows(batches, 0));
    assertEquals(
        "there were 104 rows in the first pass, but 103 in a later one; every pass must give the"
            + " same",
        refusal.getMessage());
  }

  @Test
  void what_cannot_be_read_is_the_cause_and_closes_the_pass() {
    source.failsAt = 60;
    StreamedBatches batches = new StreamedBatches(source, 103, 10, 10, 7, 1);
    UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> rows(batches, 0));
    assertEquals("row 60", failure.getCause().getMessage());
    batches.close();
    assertEquals(0, source.open);
  }

  @Test
  void a_sample_has_each_row_with_the_same_chance() throws IOException {
    int[] chosen = new int[103];
    for (int seed = 0; seed < 2000; seed++) {
      RowSample sample = new RowSample(source, 20, seed);
      StreamedBatches.inOrder(source, 9).epoch(0).forEach(sample::add);
      assertEquals(103, sample.rows());
      assertEquals(206, sample.weights());
      Dataset rows = sample.dataset();
      for (int row = 0; row < 20; row++) {
        assertEquals(0, rows.feature(row, 0) + rows.target(row, 0));
        chosen[(int) rows.feature(row, 0)]++;
      }
    }
    for (int count : chosen) {
      assertEquals(2000 * 20 / 103.0, count, 90);
    }
  }

  private static List<Integer> rows(Batches batches, int epoch) {
    List<Integer> rows = new ArrayList<>();
    for (Batch batch : batches.epoch(epoch)) {
      for (int i = 0; i < batch.rows(); i++) {
        rows.add((int) batch.features()[i]);
      }
    }
    return rows;
  }

  /** Rows that are their own number, with its negative to predict, and weight 2. */
  private static final class Numbers implements RowSource {
    private final int rows;
    private int failsAt = -1;
    private int read;
    private int open;

    Numbers(int rows) {
      this.rows = rows;
    }

    @Override
    public int width() {
      return 1;
    }

    @Override
    public int targetWidth() {
      return 1;
    }

    @Override
    public boolean isWeighted() {
      return true;
    }

    @Override
    public Pass open() {
      open++;
      read = 0;
      return new Pass() {
        private boolean isOpen = true;

        @Override
        public boolean next(
            int place, float[] features, float[] targets, int[] labels, float[] weights)
            throws IOException {
          if (read == failsAt) {
            throw new IOException("row " + read);
          }
          if (read == rows) {
            return false;
          }
          features[place] = read;
          targets[place] = -read++;
          weights[place] = 2;
          return true;
        }

        @Override
        public void close() {
          open -= isOpen ? 1 : 0;
          isOpen = false;
        }
      };
    }
  }
}

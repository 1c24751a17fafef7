package dev.annette.runtime.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.train.Setting;
import dev.annette.runtime.train.Training;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SpaceTest {
  private static List<String> values(List<Candidate> candidates, String dimension) {
    return candidates.stream().map(one -> one.values().get(dimension)).toList();
  }

  @Test
  void a_grid_has_both_ends_and_equal_steps() {
    assertEquals(
        List.of("0.0", "0.25", "0.5"),
        values(Space.empty().uniform(Setting.dropout("a"), 0, 0.5).grid(3), "dropout of a"));
    List<String> factors =
        values(Space.empty().logUniform(Setting.l2("a"), 0.01, 100).grid(5), "l2 of a");
    for (int i = 0; i < 5; i++) {
      assertEquals(Math.pow(10, i - 2), Double.parseDouble(factors.get(i)), 1e-12);
    }
    assertEquals("100.0", factors.get(4));
    Space whole = Space.empty().whole("epochs", Training::withEpochs, 1, 10);
    assertEquals(List.of("1", "4", "7", "10"), values(whole.grid(4), "epochs"));
    assertEquals(10, whole.grid(50).size());
    assertEquals(List.of("6"), values(whole.grid(1), "epochs"));
  }

  @Test
  void a_grid_has_every_combination_in_order() {
    Map<String, UnaryOperator<Training>> orders = new LinkedHashMap<>();
    orders.put("shuffled", options -> options.shuffle(true));
    orders.put("in order", options -> options.shuffle(false));
    List<Candidate> grid =
        Space.empty().choice("order", orders).choice("n", Training::batchSize, 8, 16, 4).grid(9);
    assertEquals(6, grid.size());
    assertEquals(
        List.of("shuffled", "shuffled", "shuffled", "in order", "in order", "in order"),
        values(grid, "order"));
    assertEquals(List.of("8", "16", "4", "8", "16", "4"), values(grid, "n"));
    assertEquals(List.of("order", "n"), List.copyOf(grid.get(0).values().keySet()));
  }

  @Test
  void numbers_by_chance_fill_their_range_evenly() {
    List<String> logarithmic =
        values(Space.empty().logUniform(Setting.l2("a"), 0.01, 100).draw(4000, 3), "l2 of a");
    int[] decades = new int[4];
    logarithmic.forEach(
        text -> decades[(int) Math.floor(Math.log10(Double.parseDouble(text))) + 2]++);
    for (int count : decades) {
      assertEquals(1000, count, 120);
    }
    List<String> uniform =
        values(Space.empty().uniform(Setting.l2("a"), 2, 6).draw(4000, 3), "l2 of a");
    int[] quarters = new int[4];
    uniform.forEach(text -> quarters[(int) (Double.parseDouble(text) - 2)]++);
    for (int count : quarters) {
      assertEquals(1000, count, 120);
    }
  }

  @Test
  void no_two_candidates_are_alike_and_there_are_no_more_than_exist() {
    Space space =
        Space.empty()
            .whole("epochs", Training::withEpochs, 1, 4)
            .choice("n", Training::batchSize, 8, 16, 4);
    List<Candidate> some = space.draw(11, 8);
    assertEquals(11, new HashSet<>(some.stream().map(Candidate::values).toList()).size());
    assertEquals(11, some.size());
    List<Candidate> all = space.draw(1000, 8);
    assertEquals(12, all.size());
    assertEquals(
        new HashSet<>(space.grid(4).stream().map(Candidate::values).toList()),
        new HashSet<>(all.stream().map(Candidate::values).toList()));
  }

  @Test
  void the_numbers_of_a_dimension_do_not_depend_on_the_others() {
    Space alone = Space.empty().uniform(Setting.l2("a"), 0, 1);
    List<String> expected = values(alone.draw(20, 5), "l2 of a");
    List<Candidate> beside = alone.uniform(Setting.l2("b"), 0, 1).draw(20, 5);
    assertEquals(expected, values(beside, "l2 of a"));
    assertNotEquals(expected, values(beside, "l2 of b"));
    assertNotEquals(expected, values(alone.draw(20, 6), "l2 of a"));
  }

  @Test
  void what_makes_no_dimension_is_refused() {
    Space empty = Space.empty();
    assertRefused(
        "l2 of a from 1 to 1: the ends must be finite, the second above the first",
        () -> empty.uniform(Setting.l2("a"), 1, 1));
    assertRefused(
        "l2 of a from 0: equal factors never reach it; a logarithmic range begins above 0",
        () -> empty.logUniform(Setting.l2("a"), 0, 1));
    assertRefused(
        "epochs from 5 to 5: the second must be above the first, by less than 2^31 - 1",
        () -> empty.whole("epochs", Training::withEpochs, 5, 5));
    assertRefused(
        "n has the choices [8, 8]: there must be at least one, and no two alike",
        () -> empty.choice("n", Training::batchSize, 8, 8));
    assertRefused(
        "order has the choices []: there must be at least one, and no two alike",
        () -> empty.choice("order", Map.of()));
    assertRefused(
        "a space with two dimensions named l2 of a; each needs a name of its own",
        () -> empty.uniform(Setting.l2("a"), 0, 1).logUniform(Setting.l2("a"), 1, 2));
    assertTrue(empty.names().isEmpty());
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}

package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.runtime.model.ColumnDescription;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.PenaltyRecord;
import dev.annette.runtime.model.Provenance;
import dev.annette.runtime.model.TensorDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What a description costs: each of its parts adds what an upper bound of its objects needs. */
class MemoryBudgetTest {
  private static final long OBJECT = 128;
  private static final long TEXT = 64;
  private static final long ENTRY = 96;
  private static final long NEW_NAME = 160;
  private static final long NUMBER = 32;

  @Test
  void texts_cost_by_their_length_and_names_once() {
    MemoryBudget budget = MemoryBudget.of(1000);
    budget.addText("");
    assertEquals(TEXT, budget.taken());
    budget.addText("abc");
    assertEquals(2 * TEXT + 6, budget.taken());
    String name = new String("rate");
    assertSame(name, budget.addName(name));
    assertSame(name, budget.addName(new String("rate")));
    assertEquals(2 * TEXT + 6 + 2 * ENTRY + NEW_NAME + 8, budget.taken());
    budget.addNumber();
    budget.addObject();
    assertEquals(2 * TEXT + 6 + 2 * ENTRY + NEW_NAME + 8 + NUMBER + OBJECT, budget.taken());
  }

  @Test
  void what_is_there_may_be_taken_and_no_byte_more() {
    MemoryBudget budget = MemoryBudget.of(2 * OBJECT);
    budget.addObject();
    budget.addObject();
    assertFalse(budget.isExceeded());
    budget.addText("");
    assertTrue(budget.isExceeded());
    assertEquals(2 * OBJECT, budget.limit());
  }

  @Test
  void each_column_costs_its_texts_attributes_and_categories() {
    long column = OBJECT + 2 * TEXT + 2 * 2 + 2 * 8;
    assertEquals(column, perPart(n -> network(columns(n, List.of(), noAttributes()), List.of())));
    long attribute = ENTRY + TEXT + 2 * 3;
    assertEquals(
        column + attribute + TEXT + 2 * 4,
        perPart(n -> network(columns(n, List.of("blue"), attributes()), List.of())));
  }

  @Test
  void each_layer_costs_its_texts_and_attributes() {
    long layer = OBJECT + 2 * TEXT + 2 * 2 + 2 * 5;
    assertEquals(layer, perPart(n -> network(List.of(), layers(n, noAttributes()))));
    assertEquals(
        layer + ENTRY + TEXT + 2 * 3, perPart(n -> network(List.of(), layers(n, attributes()))));
  }

  @Test
  void each_modifier_costs_its_text_and_attributes() {
    long modifier = OBJECT + TEXT + 2 * 2;
    assertEquals(
        modifier, perPart(n -> layer(repeat(n, i -> modifier("l2", noAttributes())), List.of())));
    assertEquals(
        modifier + ENTRY + TEXT + 2 * 3,
        perPart(n -> layer(repeat(n, i -> modifier("l2", attributes())), List.of())));
  }

  @Test
  void each_tensor_costs_its_texts_and_dimensions() {
    long tensor = OBJECT + 2 * TEXT + 2 * 3 + 2 * "WEIGHT".length();
    assertEquals(
        tensor + 2 * NUMBER, perPart(n -> layer(List.of(), repeat(n, i -> tensor(i, 4, 5)))));
    assertEquals(
        tensor + 3 * NUMBER, perPart(n -> layer(List.of(), repeat(n, i -> tensor(i, 4, 5, 6)))));
  }

  @Test
  void provenance_costs_its_parts() {
    long empty = OBJECT + TEXT;
    assertEquals(empty, taken(provenance("", new TreeMap<>(), List.of(), List.of())));
    assertEquals(empty + 8, taken(provenance("adam", new TreeMap<>(), List.of(), List.of())));
    SortedMap<String, String> options = new TreeMap<>();
    options.put("rate", "0.001");
    assertEquals(
        empty + ENTRY + NEW_NAME + 8 + TEXT + 10,
        taken(provenance("", options, List.of(), List.of())));
    PenaltyRecord penalty = new PenaltyRecord("w", "l2", 0.1, "mean", 0.2);
    assertEquals(
        empty + OBJECT + 3 * TEXT + 2 + 4 + 8,
        taken(provenance("", new TreeMap<>(), List.of(penalty), List.of())));
  }

  @Test
  void each_epoch_costs_an_entry_for_every_penalty_and_metric() {
    SortedMap<String, Double> penalties = new TreeMap<>();
    penalties.put("hidden", 1.0);
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("accuracy", 1.0);
    EpochRecord bare = new EpochRecord(1, 1, new TreeMap<>(), 1, new TreeMap<>());
    EpochRecord penalised = new EpochRecord(1, 1, penalties, 1, new TreeMap<>());
    EpochRecord measured = new EpochRecord(1, 1, penalties, 1, metrics);
    assertEquals(OBJECT, perEpoch(bare));
    assertEquals(OBJECT + ENTRY, perEpoch(penalised));
    assertEquals(OBJECT + 2 * ENTRY, perEpoch(measured));
  }

  private static long perEpoch(EpochRecord epoch) {
    long two = taken(provenance("", new TreeMap<>(), List.of(), List.of(epoch, epoch)));
    return taken(provenance("", new TreeMap<>(), List.of(), List.of(epoch, epoch, epoch))) - two;
  }

  /** Returns what the fourth of some parts costs, whose names are known already. */
  private static long perPart(IntFunction<NetworkDescription> withParts) {
    return taken(withParts.apply(4)) - taken(withParts.apply(3));
  }

  private static long taken(NetworkDescription network) {
    return MemoryBudget.of(0).add(network).taken();
  }

  private static long taken(Provenance provenance) {
    return MemoryBudget.of(0).add(provenance).taken();
  }

  private static NetworkDescription network(
      List<ColumnDescription> columns, List<LayerDescription> layers) {
    return new NetworkDescription(
        "Net", List.of(1), 1, Loss.MEAN_SQUARED_ERROR, 1, null, columns, layers);
  }

  private static NetworkDescription layer(
      List<ModifierDescription> modifiers, List<TensorDescription> tensors) {
    return network(
        List.of(), List.of(new LayerDescription("h", "dense", noAttributes(), modifiers, tensors)));
  }

  private static List<ColumnDescription> columns(
      int count, List<String> categories, SortedMap<String, Object> attributes) {
    return repeat(count, i -> new ColumnDescription("c" + i, "category", attributes, categories));
  }

  private static List<LayerDescription> layers(int count, SortedMap<String, Object> attributes) {
    return repeat(
        count, i -> new LayerDescription("h" + i, "dense", attributes, List.of(), List.of()));
  }

  private static ModifierDescription modifier(String kind, SortedMap<String, Object> attributes) {
    return new ModifierDescription(kind, attributes);
  }

  private static TensorDescription tensor(int number, Integer... shape) {
    return new TensorDescription("h." + number, TensorDescription.Role.WEIGHT, List.of(shape));
  }

  private static Provenance provenance(
      String optimizer,
      SortedMap<String, String> options,
      List<PenaltyRecord> penalties,
      List<EpochRecord> history) {
    return new Provenance(1, 1, 1, 1, optimizer, options, penalties, history);
  }

  private static SortedMap<String, Object> noAttributes() {
    return new TreeMap<>();
  }

  private static SortedMap<String, Object> attributes() {
    SortedMap<String, Object> attributes = new TreeMap<>();
    attributes.put("rate", 0.5);
    return attributes;
  }

  private static <T> List<T> repeat(int count, IntFunction<T> part) {
    List<T> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(part.apply(i));
    }
    return parts;
  }
}

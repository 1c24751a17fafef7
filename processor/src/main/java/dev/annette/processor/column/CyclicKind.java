package dev.annette.processor.column;

import com.google.auto.service.AutoService;
import dev.annette.Cycle;
import dev.annette.Cyclic;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ColumnEncoder;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.layer.Attributes;
import dev.annette.processor.layer.Described;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** {@link Cyclic}: where a date stands in cycles. */
@AutoService(ColumnKind.class)
public final class CyclicKind implements ColumnKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return Cyclic.class;
  }

  @Override
  public ColumnPart read(Attributes attributes, ColumnType type) {
    List<Cycle> cycles = attributes.constants("value", Cycle.class);
    if (cycles.isEmpty()) {
      attributes.report(
          Problem.MISSING,
          attributes.origin("value"),
          attributes.source("value")
              + " on "
              + attributes.field()
              + " names no cycle, so the date would become no feature. Write one or more, such as"
              + " @Cyclic(Cycle.DAY_OF_WEEK).");
    }
    for (int i = 0; i < cycles.size(); i++) {
      check(attributes, type, cycles, i);
    }
    return new CyclicPart(attributes, cycles);
  }

  private static void check(Attributes attributes, ColumnType type, List<Cycle> cycles, int index) {
    Cycle cycle = cycles.get(index);
    String rule = "";
    if (cycles.indexOf(cycle) < index) {
      rule = " names " + cycle + " twice. Write each cycle once.";
    } else if (cycle.needsTime() && type.family() == ColumnType.Family.DATE) {
      rule =
          ": "
              + cycle
              + " is told by the time, but a "
              + type.text()
              + " has none. Take another cycle, or the type LocalDateTime.";
    }
    if (!rule.isEmpty()) {
      attributes.report(
          Problem.CONFLICT,
          attributes.origin("value", index),
          attributes.source("value") + " on " + attributes.field() + rule);
    }
  }

  /** A date in cycles. */
  private static final class CyclicPart extends Part {
    private final List<Cycle> cycles;

    CyclicPart(Attributes attributes, List<Cycle> cycles) {
      super(
          Slot.ENCODING,
          attributes,
          Set.of(ColumnType.Family.DATE, ColumnType.Family.TIME),
          "turns a date into cycles");
      this.cycles = cycles;
    }

    @Override
    public SortedMap<String, Object> attributes() {
      String text =
          cycles.stream()
              .map(cycle -> cycle.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
      return new Described().with("cyclic", (Object) text).map();
    }

    @Override
    public Optional<ColumnEncoder> encoder() {
      return Optional.of(new ColumnEncoder("Cycles", "cycles", cycles, 2 * cycles.size()));
    }
  }
}

package dev.annette.processor.column;

import com.google.auto.service.AutoService;
import dev.annette.Bucketize;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ColumnEncoder;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.layer.Attributes;
import dev.annette.processor.layer.Described;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** {@link Bucketize}: a feature for each range of a number. */
@AutoService(ColumnKind.class)
public final class BucketizeKind implements ColumnKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return Bucketize.class;
  }

  @Override
  public ColumnPart read(Attributes attributes, ColumnType type) {
    List<Double> edges = attributes.numbers("value");
    if (edges.isEmpty()) {
      attributes.report(
          Problem.MISSING,
          attributes.origin("value"),
          attributes.source("value")
              + " on "
              + attributes.field()
              + " names no edge, so there is one range. Write the edges between ranges, such as"
              + " @Bucketize({18, 65}).");
    }
    for (int i = 0; i < edges.size(); i++) {
      check(attributes, edges, i);
    }
    return new BucketizePart(attributes, edges);
  }

  private static void check(Attributes attributes, List<Double> edges, int index) {
    double edge = edges.get(index);
    String rule = "";
    if (!Double.isFinite(edge)) {
      rule = "an edge lies between two ranges, so it must be finite, not " + edge + ".";
    } else if (index > 0 && !(edge > edges.get(index - 1))) {
      rule =
          "edges rise, but "
              + NumberRule.number(edge)
              + " comes after "
              + NumberRule.number(edges.get(index - 1))
              + ". Write them in order, each once.";
    }
    if (!rule.isEmpty()) {
      attributes.report(
          Problem.OUT_OF_RANGE,
          attributes.origin("value", index),
          attributes.source("value") + " on " + attributes.field() + ": " + rule);
    }
  }

  /** A number in ranges. */
  private static final class BucketizePart extends Part {
    private final List<Double> edges;

    BucketizePart(Attributes attributes, List<Double> edges) {
      super(
          Slot.ENCODING,
          attributes,
          Set.of(ColumnType.Family.NUMBER),
          "turns a number into one feature for each range");
      this.edges = edges;
    }

    @Override
    public SortedMap<String, Object> attributes() {
      String text = edges.stream().map(NumberRule::number).collect(Collectors.joining(", "));
      return new Described().with("bucketize", (Object) text).map();
    }

    @Override
    public Optional<ColumnEncoder> encoder() {
      return Optional.of(new ColumnEncoder("Buckets", "edges", edges, edges.size() + 1));
    }
  }
}

package dev.annette.processor.column;

import com.google.auto.service.AutoService;
import dev.annette.Hashed;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ColumnEncoder;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.layer.Attributes;
import dev.annette.processor.layer.Described;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** {@link Hashed}: a text among any. */
@AutoService(ColumnKind.class)
public final class HashedKind implements ColumnKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return Hashed.class;
  }

  private static final int LEAST = 2;

  @Override
  public ColumnPart read(Attributes attributes, ColumnType type) {
    int buckets = attributes.whole("value");
    if (buckets < LEAST) {
      attributes.report(
          Problem.OUT_OF_RANGE,
          attributes.origin("value"),
          attributes.source("value")
              + " on "
              + attributes.field()
              + ": a hash chooses one of several features, so there must be at least 2.");
    }
    return new HashedPart(attributes, Math.max(LEAST, buckets));
  }

  /** A text that chooses one of several features. */
  private static final class HashedPart extends Part {
    private final int buckets;

    HashedPart(Attributes attributes, int buckets) {
      super(
          Slot.ENCODING,
          attributes,
          Set.of(ColumnType.Family.TEXT),
          "turns a text into a fixed number of features");
      this.buckets = buckets;
    }

    @Override
    public SortedMap<String, Object> attributes() {
      return new Described().with("hashed", buckets).map();
    }

    @Override
    public Optional<ColumnEncoder> encoder() {
      return Optional.of(new ColumnEncoder("Hashing", "buckets", buckets, buckets));
    }
  }
}

package dev.annette.processor.column;

import com.google.auto.service.AutoService;
import dev.annette.Embedding;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.layer.Attributes;
import dev.annette.processor.layer.Described;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** {@link Embedding}: a category as numbers that are learned. */
@AutoService(ColumnKind.class)
public final class EmbeddingKind implements ColumnKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return Embedding.class;
  }

  @Override
  public ColumnPart read(Attributes attributes, ColumnType type) {
    return new EmbeddingPart(
        attributes, attributes.count("value", "it is how many numbers a category becomes"));
  }

  /** A category as numbers. */
  private static final class EmbeddingPart extends Part {
    private final int dims;

    EmbeddingPart(Attributes attributes, int dims) {
      super(
          Slot.EMBEDDING,
          attributes.source("value"),
          attributes.origin(),
          Set.of(ColumnType.Family.CATEGORY, ColumnType.Family.TEXT, ColumnType.Family.NUMBER),
          "gives each category numbers of its own");
      this.dims = dims;
    }

    @Override
    public SortedMap<String, Object> attributes() {
      return new Described().with("embedding", dims).map();
    }

    @Override
    public Optional<Integer> embedding() {
      return Optional.of(dims);
    }
  }
}

package dev.annette.processor.layer;

import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.LayerSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Shape;
import dev.annette.processor.ir.Width;
import dev.annette.processor.op.EmbeddingOp;
import java.util.Set;
import java.util.SortedMap;

/**
 * A layer of a network with typed rows that puts the learned numbers of a category in the place of
 * its index.
 *
 * @param name the column
 * @param position where the index is among the numbers of a row
 * @param categories how many there are
 * @param dims how many numbers each becomes
 */
public record ColumnEmbedding(String name, int position, int categories, int dims)
    implements LayerSpec {
  @Override
  public String kind() {
    return "embedding";
  }

  @Override
  public SortedMap<String, Object> attributes() {
    return new Described()
        .with("column", position)
        .with("categories", categories)
        .with("dims", dims)
        .map();
  }

  @Override
  public Shape outputShape(Shape input) {
    return Shape.of(Math.toIntExact(input.size() - 1 + dims));
  }

  @Override
  public Set<Parameter.Role> roles() {
    return Set.of(Parameter.Role.EMBEDDING);
  }

  @Override
  public boolean canBeOutput() {
    return false;
  }

  @Override
  public void lower(LayerBuilder layer) {
    String source = "@Embedding(" + dims + ") on " + name;
    Width count = layer.width("categories", categories, source);
    Width numbers = layer.width("dims", dims, source);
    Width in = layer.inputWidth();
    Width out = layer.width("outputs", in.size() - 1 + dims, source);
    layer.apply(
        new EmbeddingOp(layer.constant("column", position, source), count, numbers),
        out,
        layer.embedding("weights", count, numbers));
  }
}

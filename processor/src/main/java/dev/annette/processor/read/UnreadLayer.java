package dev.annette.processor.read;

import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.LayerSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Shape;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stands in for a layer whose kind could not be told, which is reported. It keeps every rule, so
 * that one mistake has one message; it is never lowered.
 */
record UnreadLayer() implements LayerSpec {
  @Override
  public String kind() {
    return "unread";
  }

  @Override
  public SortedMap<String, Object> attributes() {
    return new TreeMap<>();
  }

  @Override
  public Shape outputShape(Shape input) {
    return Shape.of(2);
  }

  @Override
  public Set<Parameter.Role> roles() {
    return Set.of(Parameter.Role.values());
  }

  @Override
  public boolean canBeOutput() {
    return true;
  }

  @Override
  public boolean isUnread() {
    return true;
  }

  @Override
  public void lower(LayerBuilder layer) {
    throw new IllegalStateException("an unread layer has no meaning");
  }
}

package dev.annette.runtime.check;

/** A layer that hands on what it gets: a place for modifiers. */
public final class IdentityLayer implements CheckLayer {

  @Override
  public String kind() {
    return "identity";
  }

  @Override
  public Matrix forward(LayerPass pass, Matrix x) {
    return x;
  }

  @Override
  public Matrix backward(LayerPass pass, Matrix gradient) {
    return gradient;
  }
}

package dev.annette.runtime.check;

/** {@code y = x²}: a kind of layer that nothing but its service entry names. */
public final class SquareLayer implements CheckLayer {

  @Override
  public String kind() {
    return "square";
  }

  @Override
  public Matrix forward(LayerPass pass, Matrix x) {
    pass.keep("x", x);
    return product(x, x, 1);
  }

  @Override
  public Matrix backward(LayerPass pass, Matrix gradient) {
    return product(pass.kept("x"), gradient, 2);
  }

  private static Matrix product(Matrix a, Matrix b, double factor) {
    Matrix product = Matrix.zeros(a.rows(), a.width());
    for (int i = 0; i < a.values().length; i++) {
      product.values()[i] = factor * a.values()[i] * b.values()[i];
    }
    return product;
  }
}

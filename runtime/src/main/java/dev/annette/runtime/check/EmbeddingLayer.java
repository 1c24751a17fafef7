package dev.annette.runtime.check;

/**
 * The numbers of a category in the place of its index, {@code y = (x before, weights[x − 1], x
 * behind)}, with weights [categories, dims]; 0 is no category, whose numbers are 0. The index is
 * taken as the whole number that it is nearest to.
 */
public final class EmbeddingLayer implements CheckLayer {

  @Override
  public String kind() {
    return "embedding";
  }

  @Override
  public Matrix forward(LayerPass pass, Matrix x) {
    int column = attribute(pass, "column");
    int dims = attribute(pass, "dims");
    double[] weights = pass.tensor("weights");
    Matrix y = Matrix.zeros(x.rows(), x.width() - 1 + dims);
    for (int r = 0; r < x.rows(); r++) {
      int category = category(x, r, column);
      for (int j = 0; j < y.width(); j++) {
        y.values()[r * y.width() + j] =
            isNumber(j, column, dims)
                ? category == 0 ? 0 : weights[(category - 1) * dims + j - column]
                : x.values()[r * x.width() + feature(j, column, dims)];
      }
    }
    pass.keep("x", x);
    return y;
  }

  /** Adds {@code dweights[c] = Σ dy} over the rows of category c; an index has no gradient. */
  @Override
  public Matrix backward(LayerPass pass, Matrix dy) {
    int column = attribute(pass, "column");
    int dims = attribute(pass, "dims");
    Matrix x = pass.kept("x");
    double[] gradient = pass.gradient("weights");
    Matrix dx = Matrix.zeros(x.rows(), x.width());
    for (int r = 0; r < x.rows(); r++) {
      int category = category(x, r, column);
      for (int j = 0; j < dy.width(); j++) {
        double value = dy.values()[r * dy.width() + j];
        if (!isNumber(j, column, dims)) {
          dx.values()[r * x.width() + feature(j, column, dims)] = value;
        } else if (category > 0) {
          gradient[(category - 1) * dims + j - column] += value;
        }
      }
    }
    return dx;
  }

  private static int attribute(LayerPass pass, String name) {
    return (int) Attribute.number(pass.layer().name(), pass.layer().attributes(), name);
  }

  private static int category(Matrix x, int row, int column) {
    return Math.toIntExact(Math.round(x.values()[row * x.width() + column]));
  }

  /** Returns whether an output is a number of the category. */
  private static boolean isNumber(int output, int column, int dims) {
    return output >= column && output < column + dims;
  }

  /** Returns which feature an output is that is none of the category's numbers. */
  private static int feature(int output, int column, int dims) {
    return output < column ? output : output + 1 - dims;
  }
}

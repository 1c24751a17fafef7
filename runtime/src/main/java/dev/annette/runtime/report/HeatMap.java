package dev.annette.runtime.report;

/** A square of many cells, the darker the larger: one path for each shade, so that it is small. */
final class HeatMap {
  private static final double SIZE = 400;

  private final double[][] shares; // [rows][columns], from 0 to 1

  HeatMap(double[][] shares) {
    this.shares = shares;
  }

  /** Writes the drawing. */
  void write(Markup out, String words) {
    double side = SIZE / shares.length;
    Plot.open(out, words, SIZE, SIZE);
    out.empty("rect", "class", "h0", "width", Figures.place(SIZE), "height", Figures.place(SIZE));
    for (int shade = 1; shade <= Shade.DARKEST; shade++) {
      write(out, shade, true, side);
      write(out, shade, false, side);
    }
    out.close("svg").line();
  }

  private void write(Markup out, int shade, boolean diagonal, double side) {
    StringBuilder path = new StringBuilder();
    String edge = Figures.place(side);
    for (int row = 0; row < shares.length; row++) {
      for (int column = 0; column < shares.length; column++) {
        if ((row == column) == diagonal && Shade.of(shares[row][column]) == shade) {
          path.append('M').append(Figures.place(column * side)).append(' ');
          path.append(Figures.place(row * side)).append('h').append(edge).append('v').append(edge);
          path.append("h-").append(edge).append('z');
        }
      }
    }
    if (path.length() > 0) {
      out.empty("path", "class", (diagonal ? "h" : "w") + shade, "d", path.toString());
    }
  }
}

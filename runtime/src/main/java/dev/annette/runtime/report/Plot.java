package dev.annette.runtime.report;

import java.util.List;

/**
 * The frame of a chart: where a pair of numbers is drawn, with the marks of both axes. Lengths are
 * in units of the drawing, which is shown about as large.
 */
final class Plot {
  static final double WIDTH = 400;
  static final double LOW = 240;

  /** The height that makes two axes of shares about equally long. */
  static final double SQUARE = 370;

  private static final double TOP = 24;
  private static final double BOTTOM = 40;

  /** The room that a character takes. */
  private static final double CHARACTER = 6.4;

  private final double height;
  private final double left;
  private final double right;
  private final Scale across;
  private final Scale up;

  /**
   * Creates a frame.
   *
   * @param height that of the whole drawing
   * @param room the characters that fit beside it on the right
   */
  Plot(Scale across, Scale up, double height, int room) {
    this.height = height;
    this.across = across;
    this.up = up;
    int widest = up.marks().stream().mapToInt(mark -> Figures.mark(mark).length()).max().orElse(0);
    left = 10 + CHARACTER * widest;
    right = WIDTH - (room == 0 ? 14 : 12 + CHARACTER * room);
  }

  /** Returns the frame with axes that are about equally long. */
  Plot square() {
    return new Plot(across, up, SQUARE, 0);
  }

  double left() {
    return left;
  }

  double right() {
    return right;
  }

  double top() {
    return TOP;
  }

  double bottom() {
    return height - BOTTOM;
  }

  Scale across() {
    return across;
  }

  /** Returns where a number along is drawn. */
  double x(double value) {
    return left + across.at(value) * (right - left);
  }

  /** Returns where a number up is drawn; a 0 that an axis of factors has no place for, lowest. */
  double y(double value) {
    double at = up.isLogarithmic() && value <= 0 ? 0 : up.at(value);
    return bottom() - at * (bottom() - TOP);
  }

  /** Opens the drawing, with what it shows for whoever cannot see it. */
  void open(Markup out, String words) {
    open(out, words, WIDTH, height);
  }

  /** Opens a drawing of any size. */
  static void open(Markup out, String words, double width, double height) {
    String box = "0 0 " + Figures.place(width) + " " + Figures.place(height);
    out.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        box,
        "role",
        "img",
        "aria-label",
        words);
  }

  /** Draws the marks of both axes, and what the one along is. */
  void axes(Markup out, String along) {
    for (double mark : up.marks()) {
      line(out, mark == 0 ? "axis" : "grid", left, y(mark), right, y(mark));
      text(out, "end", left - 7, y(mark) + 4, Figures.mark(mark));
    }
    List<Double> marks = across.marks();
    for (int i = 0; i < marks.size(); i++) {
      double x = x(marks.get(i));
      line(out, "tick", x, bottom(), x, bottom() + 4);
      text(out, "middle", x, bottom() + 17, Figures.mark(marks.get(i)));
    }
    line(out, "axis", left, bottom(), right, bottom());
    text(out, "middle", (left + right) / 2, height - 6, along);
  }

  static void line(Markup out, String kind, double x1, double y1, double x2, double y2) {
    String path = "M%s %sL%s %s";
    out.empty(
        "path",
        "class",
        kind,
        "d",
        path.formatted(Figures.place(x1), Figures.place(y1), Figures.place(x2), Figures.place(y2)));
  }

  static void text(Markup out, String kind, double x, double y, String words) {
    out.element("text", words, "class", kind, "x", Figures.place(x), "y", Figures.place(y));
  }
}

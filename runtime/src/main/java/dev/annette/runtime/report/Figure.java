package dev.annette.runtime.report;

/** A drawing with its name above, a sentence below, and a table of its numbers folded away. */
final class Figure {
  /** What draws. */
  interface Body {
    void write(Markup out);
  }

  private Figure() {}

  /** Writes a figure whose numbers are in a table elsewhere. */
  static void write(Markup out, String name, String words, Body drawing) {
    open(out, name, words, drawing);
    out.close("figure").line();
  }

  /** Writes a figure with the table of its numbers. */
  static void write(Markup out, String name, String words, Body drawing, Body table) {
    open(out, name, words, drawing);
    out.open("details").element("summary", "Numbers").line();
    table.write(out);
    out.close("details").close("figure").line();
  }

  private static void open(Markup out, String name, String words, Body drawing) {
    out.open("figure").element("h3", name).line();
    drawing.write(out);
    out.element("figcaption", words).line();
  }
}

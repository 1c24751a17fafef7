package dev.annette.runtime.report;

import java.util.List;

/** A table whose first column is words and whose others are aligned to the right. */
final class Table {
  private final Markup out;

  private Table(Markup out) {
    this.out = out;
  }

  /** Starts a table with the names of its columns. */
  static Table of(Markup out, String... header) {
    return of(out, List.of(header), "");
  }

  /**
   * Starts a table.
   *
   * @param kind the class of the style sheet
   */
  static Table of(Markup out, List<String> header, String kind) {
    out.open("div", "class", "wide", "tabindex", "0").open("table", "class", kind);
    out.open("thead").open("tr");
    header.forEach(name -> out.element("th", name, "scope", "col"));
    out.close("tr").close("thead").open("tbody").line();
    return new Table(out);
  }

  /** Adds a line. */
  Table row(String name, List<String> cells) {
    out.open("tr").element("th", name, "scope", "row");
    cells.forEach(cell -> out.element("td", cell));
    out.close("tr").line();
    return this;
  }

  /** Ends the table. */
  void end() {
    out.close("tbody").close("table").close("div").line();
  }
}

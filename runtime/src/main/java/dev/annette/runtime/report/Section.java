package dev.annette.runtime.report;

/** A part of a report. */
interface Section {
  /** Returns what stands above it. */
  String title();

  /** Returns whether there is something to show; otherwise the section is left out. */
  boolean hasContent();

  /** Writes what stands below the title. */
  void write(Markup out);
}

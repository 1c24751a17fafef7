package dev.annette.examples.cli;

/** What a column of a table holds, as far as its cells tell. */
enum ColumnKind {
  /** Decimal numbers. */
  NUMBER,
  /** Two of true and false, yes and no, 1 and 0. */
  BOOLEAN,
  /** Few different texts. */
  CATEGORY,
  /** Many different texts. */
  TEXT,
  /** Days as in ISO 8601. */
  DATE,
  /** Nothing that could be learned from. */
  USELESS
}

package dev.annette.processor.fuzz;

import java.util.List;

/** Names of fields, columns and classes: plain ones, and such as a generator trips over. */
final class Names {
  /** Words of the language that are names all the same, and what generated code calls its own. */
  private static final List<String> ODD =
      List.of(
          """
          var record yield sealed permits when module open exports with to of $ $$ $a a$b
          a$ $L $T $N $1 $$L _a __ a_ A_B a_b aB AB gr\u00f6\u00dfe \u5c42 \u03b1\u03b2
          \u0130 i \u0131 \u01c6 \ud835\udcb3 a\u200bb \u00aa batch state update forward
          backward input output loss d g dg rows seed model trainer predictor kernels
          workers scratch weights bias gradient mask summary INPUT_SIZE OUTPUTS SUMMARY
          VERSION HIDDEN_UNITS Hidden hiddenWeights hiddenGradient hiddenMask hiddenL1
          andBackward part1 layer1 theLast Math System String Object Override Float Double
          Batch Relu DenseKernel Layer Network Dense toString hashCode getClass wait
          notify clone label columns labels index value values length row name ordinal
          """
              .split("\\s+"));

  private Names() {}

  /** Returns a name for the {@code i}th thing of its kind; no other has it. */
  static String of(Draw draw, int i, List<String> taken) {
    String name = draw.chance(25) ? draw.any(ODD) : draw.any("field", "hidden", "x") + i;
    return taken.contains(name) ? "other" + i : name;
  }

  /** Returns the name of a column, of which a record forbids some. */
  static String column(Draw draw, int i, List<String> taken) {
    String name = of(draw, i, taken);
    List<String> ofObject = List.of("toString", "hashCode", "getClass", "wait", "notify", "clone");
    return ofObject.contains(name) ? "other" + i : name;
  }
}

package dev.annette.processor.pass;

import dev.annette.processor.ir.Program;
import java.util.Optional;

/** A pattern of steps and the single step that computes the same numbers. */
interface FusionRule {
  /** Returns the program with the pattern replaced, or nothing where it does not occur. */
  Optional<Program> apply(Program program);
}

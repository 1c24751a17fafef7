package dev.annette.processor.write;

import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The constants that the forward steps of a program read as numbers. */
final class NumbersRead {
  private NumbersRead() {}

  /** Returns their names. */
  static Set<String> by(Program program) {
    Set<String> names = new HashSet<>();
    for (Step step : program.forward()) {
      List<KernelCall> calls = new ArrayList<>(step.op().forward(step.operands()));
      calls.addAll(step.op().fold(step.operands()));
      for (KernelCall call : calls) {
        for (Operand operand : call.operands()) {
          if (operand instanceof Operand.Number number) {
            names.add(number.constant().name());
          }
          if (operand instanceof Operand.Function function && function.parameter() != null) {
            names.add(function.parameter().name());
          }
        }
      }
    }
    return names;
  }
}

package dev.annette.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.Value;

/** Prints calls of kernels as statements. */
final class KernelCallPrinter {
  private final Names names;

  KernelCallPrinter(Names names) {
    this.names = names;
  }

  /** Returns one call as a statement without its semicolon. */
  CodeBlock print(KernelCall call) {
    CodeBlock.Builder arguments = CodeBlock.builder();
    for (Operand operand : call.operands()) {
      if (!arguments.isEmpty()) {
        arguments.add(",$W");
      }
      arguments.add(argument(operand));
    }
    String method = call.kernel().method();
    ClassName type = ClassName.bestGuess(call.kernel().className());
    return CodeBlock.of("$T.$L($L)", type, method, arguments.build());
  }

  private CodeBlock argument(Operand operand) {
    if (operand instanceof Operand.Array array) {
      return array(array.value());
    }
    if (operand instanceof Operand.Size size) {
      return CodeBlock.of("$L", size.width().constant());
    }
    if (operand instanceof Operand.Number number) {
      return CodeBlock.of("(float) $L", number.constant().name());
    }
    if (operand instanceof Operand.Setting setting) {
      return CodeBlock.of("(float) $L.value()", names.hyper(setting.hyper()));
    }
    if (operand instanceof Operand.RandomKey random) {
      return CodeBlock.of(
          "$T.keyAt($L, state.steps())", RuntimeNames.COUNTER_RANDOM, names.key(random.stream()));
    }
    if (operand instanceof Operand.Sink sink) {
      return CodeBlock.of("$L", names.sink(sink.learned()));
    }
    return given((Operand.Given) operand);
  }

  private CodeBlock array(Value value) {
    if (value.role() == Value.Role.DATA) {
      return CodeBlock.of(names.place() == Names.Place.TRAINER ? "batch.features()" : "input");
    }
    return CodeBlock.of("$L", names.array(value));
  }

  private static CodeBlock given(Operand.Given given) {
    return switch (given) {
      case ROW_RANGE -> CodeBlock.of("from,$Wto");
      case PART -> CodeBlock.of("part,$Wparts");
      case BATCH_ROWS -> CodeBlock.of("batch.rows()");
      case TARGETS -> CodeBlock.of("batch.targets()");
      case ROW_WEIGHTS -> CodeBlock.of("batch.weights()");
      case ROW_LOSS -> CodeBlock.of("rowLoss");
      case SCRATCH -> CodeBlock.of("scratch");
      case NONE -> CodeBlock.of("null");
    };
  }
}

package dev.annette.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.annette.processor.ir.KernelCall;
import dev.annette.processor.ir.Operand;
import dev.annette.processor.ir.RandomStream;
import dev.annette.processor.ir.RuntimeObject;
import dev.annette.processor.ir.Value;
import java.util.List;

/** Prints calls of kernels and of constructors. */
final class KernelCallPrinter {
  /** The most arguments that surely stand on the line of their constructor. */
  private static final int FEW = 3;

  private final Names names;
  private final boolean isSampling;

  KernelCallPrinter(Names names) {
    this.names = names;
    this.isSampling = names.place() == Names.Place.SAMPLER;
  }

  /** Returns one call as a statement without its semicolon. */
  CodeBlock print(KernelCall call) {
    String method = call.kernel().method();
    ClassName type = ClassName.bestGuess(call.kernel().className());
    return CodeBlock.of("$T.$L($L)", type, method, arguments(call.operands(), ",$W"));
  }

  /** Returns the creation of an object as an expression. */
  CodeBlock print(RuntimeObject object) {
    ClassName type = ClassName.bestGuess(object.className());
    return object.arguments().size() <= FEW
        ? CodeBlock.of("new $T($L)", type, arguments(object.arguments(), ", "))
        : CodeBlock.of("new $T(\n$>$>$L$<$<)", type, arguments(object.arguments(), ",$W"));
  }

  private CodeBlock arguments(List<Operand> operands, String separator) {
    return operands.stream().map(this::argument).collect(CodeBlock.joining(separator));
  }

  private CodeBlock argument(Operand operand) {
    if (operand instanceof Operand.Array array) {
      return array(array.value());
    }
    if (operand instanceof Operand.Matrix matrix) {
      return array(matrix.weights());
    }
    if (operand instanceof Operand.Size size) {
      return CodeBlock.of("$L", size.width().constant());
    }
    if (operand instanceof Operand.Number number) {
      return CodeBlock.of("(float) $L", number.constant().name());
    }
    if (operand instanceof Operand.Exact exact) {
      return CodeBlock.of("$L", exact.constant().name());
    }
    if (operand instanceof Operand.Function function) {
      return function(function);
    }
    if (operand instanceof Operand.Flag flag) {
      return CodeBlock.of("$L", flag.value());
    }
    if (operand instanceof Operand.Text text) {
      return CodeBlock.of("$S", text.text());
    }
    if (operand instanceof Operand.Choice choice) {
      return CodeBlock.of("$T.$L", choice.constant().getDeclaringClass(), choice.constant());
    }
    if (operand instanceof Operand.Created created) {
      return CodeBlock.of("new $T()", Names.of(created.type()));
    }
    if (operand instanceof Operand.Overridable overridable) {
      return CodeBlock.of("$L", names.hyper(overridable.hyper()));
    }
    if (operand instanceof Operand.Setting setting) {
      return CodeBlock.of("(float) $L.value()", names.hyper(setting.hyper()));
    }
    if (operand instanceof Operand.RowPenalty penalty) {
      return CodeBlock.of("$L.rowPenalty()", names.rowPenalty(penalty.strength()));
    }
    if (operand instanceof Operand.RandomKey random) {
      return key(random.stream());
    }
    if (operand instanceof Operand.Sink sink) {
      return CodeBlock.of("$L", names.sink(sink.learned()));
    }
    return operand instanceof Operand.HeldObject object
        ? CodeBlock.of("$L", names.held(object.held()))
        : given((Operand.Given) operand);
  }

  private static CodeBlock function(Operand.Function function) {
    ClassName type = ClassName.bestGuess(function.kernel().className());
    String method = function.kernel().method();
    return function.parameter() == null
        ? CodeBlock.of("$T::$L", type, method)
        : CodeBlock.of(
            "(x, y, i, end, n, s) ->$W$T.$L(x, y, i, end, n, (float) $L, s)",
            type,
            method,
            function.parameter().name());
  }

  private CodeBlock key(RandomStream stream) {
    return isSampling
        ? CodeBlock.of("key($T.$L,$W$S)", RuntimeNames.PURPOSE, stream.purpose(), stream.layer())
        : CodeBlock.of(
            "$T.keyAt($L, state.steps())", RuntimeNames.COUNTER_RANDOM, names.key(stream));
  }

  private CodeBlock array(Value value) {
    if (value.role() == Value.Role.DATA) {
      return CodeBlock.of(names.place() == Names.Place.TRAINER ? "batch.features()" : "input");
    }
    return CodeBlock.of("$L", names.array(value));
  }

  private CodeBlock given(Operand.Given given) {
    return switch (given) {
      case ROW_RANGE -> CodeBlock.of("from,$Wto");
      case PART -> CodeBlock.of(isSampling ? "0,$W1" : "part,$Wparts");
      case BATCH_ROWS -> CodeBlock.of(isSampling ? "rows" : "batch.rows()");
      case TARGETS -> CodeBlock.of("batch.targets()");
      case ROW_WEIGHTS -> CodeBlock.of("batch.weights()");
      case ROW_LOSS -> CodeBlock.of("rowLoss");
      case CUSTOM_LOSS -> CodeBlock.of("$L", Names.CUSTOM_LOSS);
      case SCRATCH -> CodeBlock.of("scratch");
      case NONE -> CodeBlock.of("null");
    };
  }
}

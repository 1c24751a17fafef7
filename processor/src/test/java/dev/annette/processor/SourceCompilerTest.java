package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import org.junit.jupiter.api.Test;

class SourceCompilerTest {
  private static final String SAMPLE =
      Declarations.source(
          "example.Sample", "input = 4, loss = Loss.CROSS_ENTROPY", "@Dense(units = 3) Layer out;");

  @Test
  void javac_compiles_and_loads_a_network() {
    Compilation compilation = SourceCompiler.javac().compileCleanly(SAMPLE);
    assertEquals(15, compilation.network("example.Sample").create(1).parameterCount());
  }

  @Test
  void ecj_compiles_and_loads_a_network() {
    Compilation compilation = SourceCompiler.ecj().compileCleanly(SAMPLE);
    assertEquals(15, compilation.network("example.Sample").create(1).parameterCount());
  }

  @Test
  void an_error_is_seen_with_its_message() {
    Compilation compilation = SourceCompiler.javac().compile(SAMPLE.replace("3", "-3"));
    assertTrue(!compilation.succeeded() && compilation.messages().contains("out-of-range"));
  }
}

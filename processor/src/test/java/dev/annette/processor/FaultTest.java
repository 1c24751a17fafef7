package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Dense;
import dev.annette.processor.ir.LayerSpec;
import dev.annette.processor.layer.Attributes;
import dev.annette.processor.layer.LayerKind;
import dev.annette.processor.read.Kinds;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.InMemoryCompiler;
import dev.annette.processor.testing.InMemoryCompiler.Compiled;
import dev.annette.processor.testing.SourceCompiler;
import java.io.IOException;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault of Annette itself is one message that says so, and stops at its network. */
class FaultTest {
  private static final String SOURCE =
      """
      package fault;

      import dev.annette.Dense;
      import dev.annette.Layer;
      import dev.annette.Loss;
      import dev.annette.Network;
      import dev.annette.Standardize;

      class Nets {
        @Network(input = 1, loss = Loss.HUBER)
        static class Digits {
          @Dense(units = 1) Layer output;
        }

        @Network(input = 1, loss = Loss.HUBER)
        static class Other {
          @Standardize Layer features;
        }
      }
      """;

  private static final String PLACE = "11:10";

  static List<Throwable> faults() {
    return List.of(
        new IllegalStateException("planted"),
        new NoSuchMethodError("planted"),
        new StackOverflowError("planted"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_fault_is_reported_as_a_bug_of_annette(Throwable fault) {
    Compiled compiled = compile(fault);
    String place = fault.getStackTrace()[0].toString();
    assertEquals(
        "[annette/internal] Annette failed on Digits: "
            + fault
            + " at "
            + place
            + ". This is a bug in Annette, not in your code. Please report it with your class and"
            + " Digits.fault.txt, which stands where its class file would.",
        compiled.diagnostics().get(0).getMessage(Locale.ENGLISH));
    assertEquals(PLACE, place(compiled.diagnostics().get(0)));
    String trace =
        compiled
            .files()
            .get("CLASS_OUTPUT/fault/Digits.fault.txt")
            .toString(StandardCharsets.UTF_8);
    assertTrue(trace.startsWith(fault.toString()), trace);
  }

  @Test
  void other_networks_are_checked_all_the_same() {
    Compiled compiled = compile(new IllegalStateException("planted"));
    assertEquals(2, compiled.diagnostics().size(), compiled.messages().toString());
    assertTrue(compiled.messages().get(1).contains("features is a layer, but no annotation"));
  }

  @Test
  void files_that_cannot_be_written_are_no_bug_of_annette() {
    Compiled compiled =
        InMemoryCompiler.with(new Rival(), new AnnetteProcessor())
            .options("-Xlint:-processing")
            .compile("fault/Nets.java", SOURCE.replace("@Standardize", "@Dense(units = 2)"));
    assertEquals(1, compiled.diagnostics().size(), compiled.messages().toString());
    assertEquals(
        "[annette/not-written] The classes of Digits cannot be written: Attempt to recreate a file"
            + " for type fault.Nets_DigitsTrainer. Check the folder of generated sources, and that"
            + " nothing else writes them.",
        compiled.diagnostics().get(0).getMessage(Locale.ENGLISH));
    assertEquals(PLACE, place(compiled.diagnostics().get(0)));
    assertFalse(compiled.succeeded());
  }

  @Test
  void eclipse_shows_the_same_messages_at_the_name_of_the_class() {
    for (List<Processor> processors :
        List.<List<Processor>>of(
            List.of(faulty(new IllegalStateException("planted"))),
            List.of(new Rival(), new AnnetteProcessor()))) {
      boolean isFault = processors.size() == 1;
      Compilation compilation =
          SourceCompiler.ecj()
              .with("-proc:only")
              .processors(() -> processors)
              .compile(SOURCE.replace("@Standardize", "@Dense(units = 2)"));
      Diagnostic<?> ofDigits =
          compilation.diagnostics().stream()
              .filter(diagnostic -> diagnostic.getMessage(Locale.ENGLISH).contains(" Digits"))
              .findFirst()
              .orElseThrow();
      assertEquals("11:16", place(ofDigits));
      String message = ofDigits.getMessage(Locale.ENGLISH);
      String start =
          isFault
              ? "[annette/internal] Annette failed on Digits: java.lang.IllegalStateException:"
              : "[annette/not-written] The classes of Digits cannot be written: ";
      assertTrue(message.startsWith(start), message);
    }
  }

  private static Compiled compile(Throwable fault) {
    return InMemoryCompiler.with(faulty(fault))
        .options("-Xlint:-processing")
        .compile("fault/Nets.java", SOURCE);
  }

  /** Returns the processor with a kind of layer that fails. */
  private static Processor faulty(Throwable fault) {
    LayerKind faulty =
        new LayerKind() {
          @Override
          public Class<? extends Annotation> annotation() {
            return Dense.class;
          }

          @Override
          public LayerSpec read(Attributes attributes) {
            throw FaultTest.<RuntimeException>thrown(fault);
          }
        };
    return new AnnetteProcessor(new Kinds(List.of(faulty), List.of()));
  }

  private static String place(Diagnostic<?> diagnostic) {
    return diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber();
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException thrown(Throwable fault) throws T {
    throw (T) fault;
  }

  /** Writes a class that Annette means to write, in the same round. */
  private static final class Rival extends AbstractProcessor {
    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (round.getElementsAnnotatedWith(Dense.class).isEmpty()) {
        return false;
      }
      try (Writer writer =
          processingEnv.getFiler().createSourceFile("fault.Nets_DigitsTrainer").openWriter()) {
        writer.write("package fault; class Nets_DigitsTrainer {}");
      } catch (IOException failed) {
        throw new AssertionError(failed);
      }
      return false;
    }
  }
}

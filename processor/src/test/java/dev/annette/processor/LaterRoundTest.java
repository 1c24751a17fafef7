package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.InMemoryCompiler;
import dev.annette.processor.testing.InMemoryCompiler.Compiled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network may need classes that another processor writes, rounds later. */
class LaterRoundTest {
  private static final String DIGITS =
      """
      package later;

      import dev.annette.Dense;
      import dev.annette.Layer;
      import dev.annette.Loss;
      import dev.annette.Network;

      @Network(input = Sizes.INPUT, loss = Loss.HUBER)
      class Digits {
        @Dense(units = Sizes.UNITS) Layer hidden;
        @Dense(units = 1) Layer output;
      }
      """;

  private static final String SIZES =
      "package later; class Sizes { static final int INPUT = 4; static final int UNITS = 7; }";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void a_network_waits_for_its_constants(int round) {
    Compiled compiled = compile(new Later(round, Map.of("later.Sizes", SIZES)), DIGITS);
    assertEquals(List.of(), compiled.messages());
    String trainer = compiled.sources().get("later/DigitsTrainer.java");
    assertTrue(trainer.contains("HIDDEN_UNITS = 7;"), trainer);
  }

  @Test
  void a_network_waits_for_its_superclass_and_refuses_layers_in_it() {
    String source = DIGITS.replace("class Digits", "class Digits extends Base");
    String base =
        "package later; class Base { @dev.annette.Dense(units = 1) dev.annette.Layer x; }";
    Map<String, String> written = new LinkedHashMap<>();
    written.put("later.Sizes", SIZES);
    written.put("later.Base", base);
    Compiled compiled = compile(new Later(1, written), source);
    assertEquals(1, compiled.annetteMessages().size(), compiled.messages().toString());
    assertTrue(compiled.annetteMessages().get(0).contains("Digits inherits the layer x from Base"));
  }

  @Test
  void a_network_waits_for_an_annotation() {
    String source = DIGITS.replace("Layer hidden", "@Mark Layer hidden");
    Map<String, String> written = new LinkedHashMap<>();
    written.put("later.Sizes", SIZES);
    written.put("later.Mark", "package later; @interface Mark {}");
    Compiled compiled = compile(new Later(1, written), source);
    assertEquals(List.of(), compiled.annetteMessages());
    assertTrue(compiled.succeeded(), compiled.messages().toString());
  }

  @Test
  void another_processor_can_write_a_network() {
    Map<String, String> written = new LinkedHashMap<>();
    written.put("later.Sizes", SIZES);
    written.put("later.Digits", DIGITS);
    Compiled compiled = compile(new Later(2, written), "package later; class Empty {}");
    assertEquals(List.of(), compiled.messages());
    assertTrue(compiled.sources().containsKey("later/DigitsModel.java"));
  }

  @Test
  void mistakes_of_a_network_that_waited_are_reported_once() {
    String source = DIGITS.replace("units = 1", "units = 0");
    Compiled compiled = compile(new Later(2, Map.of("later.Sizes", SIZES)), source);
    assertEquals(1, compiled.messages().size(), compiled.messages().toString());
    assertTrue(compiled.messages().get(0).contains("@Dense(units = 0) on output"));
  }

  private static Compiled compile(Later later, String source) {
    String type = source.contains("class Digits") ? "Digits" : "Empty";
    return InMemoryCompiler.with(later, new AnnetteProcessor())
        .compile("later/" + type + ".java", source);
  }

  /** Writes one class per round, up to the last. */
  private static final class Later extends AbstractProcessor {
    private final int last;
    private final Map<String, String> sources;
    private int round;

    Later(int last, Map<String, String> sources) {
      this.last = last;
      this.sources = sources;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
      round++;
      if (round < last) {
        write("later.Round" + round, "package later; class Round" + round + " {}");
      } else if (round == last) {
        sources.forEach(this::write);
      }
      return false;
    }

    private void write(String name, String text) {
      try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
        writer.write(text);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}

package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Corpus;
import dev.annette.processor.testing.Corpus.Sample;
import dev.annette.processor.testing.SecondJdk;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.reliability.ReliabilityFigure;
import dev.annette.runtime.reliability.Tier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** The same sources come out to the byte, however, wherever and beside whatever one compiles. */
class OutputVariantsTest {
  private static final String[] SOURCES =
      Corpus.samples().stream()
          .map(Sample::source)
          .limit(Tier.cases(2, Integer.MAX_VALUE))
          .toArray(String[]::new);

  /** A way to compile sources, which returns what was generated, by path. */
  private interface Variant extends Function<String[], SortedMap<String, String>> {}

  private final Map<String, Variant> variants = new LinkedHashMap<>();

  @Test
  void every_variant_gives_the_same_bytes() throws IOException {
    long start = System.nanoTime();
    addOptions();
    addOrders();
    addNeighbours();
    addPlaces();
    addCompilers();
    SortedMap<String, String> expected = generated(SourceCompiler.javac(), SOURCES);
    List<String> different = new ArrayList<>();
    variants.forEach(
        (name, variant) -> {
          if (!expected.equals(variant.apply(SOURCES.clone()))) {
            different.add(name);
          }
        });
    double seconds = (System.nanoTime() - start) * 1e-9;
    new ReliabilityFigure("output-variants", variants.size(), 0, different.size(), 0, seconds)
        .write();
    assertEquals(List.of(), different);
    assertEquals(2 * SOURCES.length, expected.size());
  }

  private void addOptions() {
    for (String options :
        List.of(
            "-g",
            "-g:none",
            "-parameters",
            "-proc:only",
            "-implicit:none",
            "-Xlint:all",
            "-Xdiags:verbose",
            "-encoding US-ASCII",
            "-encoding UTF-8 -Xmaxerrs 1")) {
      variants.put(
          options, sources -> generated(SourceCompiler.javac().with(options.split(" ")), sources));
    }
  }

  private void addOrders() {
    variants.put("again", sources -> generated(SourceCompiler.javac(), sources));
    variants.put("backwards", sources -> generated(SourceCompiler.javac(), reversed(sources)));
    for (int seed = 1; seed <= 3; seed++) {
      Random random = new Random(seed);
      variants.put(
          "shuffled " + seed,
          sources -> {
            Collections.shuffle(Arrays.asList(sources), random);
            return generated(SourceCompiler.javac(), sources);
          });
    }
    variants.put(
        "one by one",
        sources -> {
          SortedMap<String, String> all = new TreeMap<>();
          for (String source : sources) {
            all.putAll(generated(SourceCompiler.javac(), source));
          }
          return all;
        });
  }

  private void addNeighbours() {
    variants.put(
        "after another processor",
        sources -> beside(sources, () -> List.of(new Writing(), new AnnetteProcessor())));
    variants.put(
        "before another processor",
        sources -> beside(sources, () -> List.of(new AnnetteProcessor(), new Writing())));
  }

  /** Returns what Annette generated beside a processor that adds a round. */
  private static SortedMap<String, String> beside(
      String[] sources, Supplier<List<Processor>> processors) {
    SortedMap<String, String> all =
        generated(SourceCompiler.javac().processors(processors), sources);
    assertEquals(Writing.TEXT, all.remove(Writing.NAME + ".java"));
    return all;
  }

  private void addPlaces() {
    for (String language :
        List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "th-TH-u-ca-buddhist", "de-CH")) {
      variants.put(
          language,
          sources -> {
            Locale before = Locale.getDefault();
            Locale.setDefault(Locale.forLanguageTag(language));
            try {
              return generated(SourceCompiler.javac(), sources);
            } finally {
              Locale.setDefault(before);
            }
          });
    }
    variants.put(
        "another day",
        sources -> {
          TimeZone before = TimeZone.getDefault();
          TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
          try {
            return generated(SourceCompiler.javac(), sources);
          } finally {
            TimeZone.setDefault(before);
          }
        });
  }

  private void addCompilers() {
    variants.put("ecj", sources -> generated(SourceCompiler.ecj(), sources));
    variants.put("ecj backwards", sources -> generated(SourceCompiler.ecj(), reversed(sources)));
    variants.put(
        "ecj -g:none", sources -> generated(SourceCompiler.ecj().with("-g:none"), sources));
    SecondJdk.find()
        .ifPresent(
            jdk ->
                variants.put("another JDK", sources -> jdk.compile(List.of(), sources).sources()));
  }

  private static SortedMap<String, String> generated(SourceCompiler compiler, String... sources) {
    Compilation compilation = compiler.compileCleanly(sources);
    return new TreeMap<>(compilation.sources());
  }

  private static String[] reversed(String[] sources) {
    Collections.reverse(Arrays.asList(sources));
    return sources;
  }

  /** Writes a class in the first round, so that there is a second one with sources. */
  private static final class Writing extends AbstractProcessor {
    static final String NAME = "Neighbour";
    static final String TEXT = "class Neighbour {}\n";

    private boolean hasWritten;

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
      if (!hasWritten) {
        hasWritten = true;
        try (Writer writer = processingEnv.getFiler().createSourceFile(NAME).openWriter()) {
          writer.write(TEXT);
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      }
      return false;
    }
  }
}

package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.processor.testing.Corpus;
import dev.annette.processor.testing.Corpus.Sample;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Digests of what is written for the samples of the {@link Corpus} and for typed rows: a change of
 * the writers shows in review by the networks that it touches, and must be meant. {@code mvn test
 * -pl dsl,runtime,processor -Dtest=CorpusSourcesTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dgoldens=update} rewrites them. {@link GoldenSourceTest} has one network word for word.
 */
class CorpusSourcesTest {
  private static final Path DIGESTS = Path.of("src", "test", "resources", "golden", "corpus.txt");

  private static final String ROWS =
      """
        public enum Kind { LOW, HIGH }
        public record Row(
            @Standardize float size, @Impute(Imputation.MEAN) Float depth,
            @Impute(Imputation.MEDIAN) @MinMax(min = -1, max = 3) Double height,
            @Impute(value = Imputation.CONSTANT, constant = -1) Long count, @Log1p double income,
            @Bucketize({1, 2.5}) short ranges, Kind kind, Boolean good, @Embedding(2) Kind near,
            @Categories({"S", "C"}) @Impute(Imputation.ZEROS) String port, @Hashed(9) String cabin,
            @Hashed(7) @Embedding(1) String other, @Bucketize({1, 2}) @Embedding(4) float age,
            @Cyclic({Cycle.HOUR_OF_DAY, Cycle.MONTH_OF_YEAR}) java.time.LocalDateTime when,
            @Ignore String name, @Weight float seen, %s) {}
      """;

  private static final String[] TYPED = {
    typed("Prices", "@Label @Standardize float price, @Label double rent"),
    typed("Kinds", "@Label Kind label"),
    typed("Answers", "@Label boolean label")
  };

  private static String typed(String name, String labels) {
    return Declarations.source(
        "corpus." + name,
        "rows = " + name + ".Row.class",
        ROWS.formatted(labels),
        "@Dense(units = 5, activation = TANH) @Dropout(0.1) Layer hidden;",
        "@Dense Layer output;");
  }

  @Test
  void the_sources_of_all_samples_are_those_that_were_reviewed() throws Exception {
    String[] sources =
        Stream.concat(Corpus.samples().stream().map(Sample::source), Stream.of(TYPED))
            .toArray(String[]::new);
    String digests = digests(SourceCompiler.javac().compileCleanly(sources).sources());
    if ("update".equals(System.getProperty("goldens"))) {
      Files.writeString(DIGESTS, digests);
    }
    assertEquals(Files.readString(DIGESTS), digests);
  }

  private static String digests(Map<String, String> sources) throws NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(sources)
        .forEach(
            (name, source) -> {
              byte[] digest = sha.digest(source.getBytes(StandardCharsets.UTF_8));
              lines.append(HexFormat.of().formatHex(digest)).append("  ").append(name).append('\n');
            });
    return lines.toString();
  }
}

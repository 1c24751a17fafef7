package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.processor.testing.Corpus;
import dev.annette.processor.testing.Corpus.Sample;
import dev.annette.processor.testing.SourceCompiler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Digests of what is written for the samples of the {@link Corpus}: a change of the writers shows
 * in review by the networks that it touches, and must be meant. {@code mvn test -pl
 * dsl,runtime,processor -Dtest=CorpusSourcesTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dgoldens=update} rewrites them. {@link GoldenSourceTest} has one network word for word.
 */
class CorpusSourcesTest {
  private static final Path DIGESTS = Path.of("src", "test", "resources", "golden", "corpus.txt");

  @Test
  void the_sources_of_all_samples_are_those_that_were_reviewed() throws Exception {
    String[] sources = Corpus.samples().stream().map(Sample::source).toArray(String[]::new);
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

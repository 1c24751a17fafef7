package dev.annette.processor.bad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.processor.bad.BadSource.Message;
import dev.annette.processor.testing.InMemoryCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every source of {@code src/test/resources/bad} has exactly the errors and warnings that stand in
 * its comments: file, line, column and whole text. {@code -Dgoldens=update} writes them anew.
 */
class BadSourceTest {
  static final Path FOLDER = Path.of("src", "test", "resources", "bad");

  @ParameterizedTest
  @MethodSource("files")
  void every_mistake_has_one_message_at_its_place(String file) throws IOException {
    BadSource source = read(file);
    InMemoryCompiler.Compiled compiled =
        InMemoryCompiler.withAnnette().compile("bad/" + file, source.text());
    List<Message> found = compiled.diagnostics().stream().map(BadSourceTest::message).toList();
    if ("update".equals(System.getProperty("goldens"))) {
      Files.writeString(FOLDER.resolve(file), source.expecting(found));
      return;
    }
    assertEquals(lines(source.expected()), lines(found));
    compiled.diagnostics().forEach(d -> assertEquals("/bad/" + file, d.getSource().getName()));
    boolean isRefused = found.stream().anyMatch(message -> message.kind().equals("error"));
    assertEquals(!isRefused, compiled.succeeded());
    assertEquals(!isRefused, !compiled.files().isEmpty(), "what is written");
  }

  static List<String> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static BadSource read(String file) throws IOException {
    return BadSource.of(file, Files.readString(FOLDER.resolve(file)));
  }

  private static Message message(Diagnostic<? extends JavaFileObject> diagnostic) {
    return new Message(
        diagnostic.getLineNumber(),
        diagnostic.getColumnNumber(),
        diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning",
        diagnostic.getMessage(Locale.ENGLISH).strip());
  }

  private static String lines(List<Message> messages) {
    return messages.stream()
        .sorted(
            Comparator.comparing(Message::line)
                .thenComparing(Message::column)
                .thenComparing(Message::text))
        .map(Message::toString)
        .collect(Collectors.joining("\n"));
  }
}

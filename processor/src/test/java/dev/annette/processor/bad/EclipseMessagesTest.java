package dev.annette.processor.bad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.processor.bad.BadSource.Message;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.reliability.ReliabilityFigure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/**
 * The compiler of Eclipse shows the messages that javac shows, in the same files and lines. It puts
 * them at other columns, at the attribute in place of its value; those stand in {@code
 * eclipse-columns.txt}, which {@code -Dgoldens=update} writes anew.
 */
class EclipseMessagesTest {
  private static final Path COLUMNS = Path.of("src", "test", "resources", "eclipse-columns.txt");

  /** Where a network or its rows are a record, whose lines Eclipse loses. */
  private static final String NO_LINE = "record ";

  @Test
  void every_message_stands_in_its_line() throws IOException {
    long start = System.nanoTime();
    List<String> places = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    Set<String> keys = new TreeSet<>();
    for (String file : BadSourceTest.files()) {
      BadSource source = BadSourceTest.read(file);
      List<Message> found = messages(source);
      boolean hasLines = !source.text().contains(NO_LINE);
      String expected = lines(source.expected(), hasLines);
      if (!expected.equals(lines(found, hasLines))) {
        wrong.add(file + " expects\n" + expected + "\nbut has\n" + lines(found, hasLines));
      }
      found.forEach(message -> places.add(file + ":" + message.line() + ":" + message.column()));
      found.forEach(message -> keys.add(message.text().replaceAll("\\[annette/(.*?)].*", "$1")));
    }
    assertEquals("", String.join("\n\n", wrong));
    ProblemPagesTest.OF_NO_SOURCE.forEach(problem -> keys.add(problem.key()));
    int all = Problem.values().length;
    double seconds = (System.nanoTime() - start) * 1e-9;
    new ReliabilityFigure("problem-keys", all, 0, all - keys.size(), 0, seconds).write();
    if ("update".equals(System.getProperty("goldens"))) {
      Files.write(COLUMNS, places);
    }
    assertEquals(Files.readAllLines(COLUMNS), places);
  }

  private static List<Message> messages(BadSource source) {
    Compilation compilation = SourceCompiler.ecj().with("-proc:only").compile(source.text());
    return compilation.diagnostics().stream()
        .map(
            diagnostic ->
                new Message(
                    diagnostic.getLineNumber(),
                    diagnostic.getColumnNumber(),
                    diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning",
                    diagnostic.getMessage(Locale.ENGLISH).strip()))
        .toList();
  }

  private static String lines(List<Message> messages, boolean hasLines) {
    Stream<String> lines =
        messages.stream().map(m -> (hasLines ? m.line() : "") + " " + m.kind() + ": " + m.text());
    return lines.sorted().collect(Collectors.joining("\n"));
  }
}

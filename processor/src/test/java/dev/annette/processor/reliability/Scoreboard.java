package dev.annette.processor.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page of figures. What a run has not measured anew is shown as not measured.
 *
 * @param measured the figures of this run, by name
 */
public record Scoreboard(SortedMap<String, Measured> measured) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern MUTANT = Pattern.compile("<mutation detected='(true|false)'");

  /**
   * Writes the page.
   *
   * @param arguments the root of the project, the page, and when the run began, as an instant
   */
  public static void main(String[] arguments) throws IOException {
    Instant since = Instant.parse(arguments[2]);
    Path page = Path.of(arguments[1]);
    Files.createDirectories(page.toAbsolutePath().getParent());
    Files.writeString(page, of(Path.of(arguments[0]), since).text());
  }

  /** Returns the figures that the modules below a folder have written since a time. */
  static Scoreboard of(Path root, Instant since) throws IOException {
    SortedMap<String, Measured> measured = new TreeMap<>();
    long mutants = 0;
    long survivors = 0;
    for (Path file : files(root)) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
        continue;
      }
      if (file.endsWith("mutations.xml")) {
        List<String> found =
            MUTANT.matcher(Files.readString(file)).results().map(r -> r.group(1)).toList();
        mutants += found.size();
        survivors += found.stream().filter("false"::equals).count();
      } else {
        Measured figure = figure(file);
        measured.put(figure.figure(), figure);
      }
    }
    if (mutants > 0) {
      double score = 1 - (double) survivors / mutants;
      measured.put("mutation-score", new Measured("mutation-score", mutants, score, 0, 0, 0));
    }
    return new Scoreboard(measured);
  }

  /** Returns the files of figures, and the reports of mutation tests. */
  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root, 5)) {
      return paths
          .filter(
              path ->
                  path.getParent().endsWith(Path.of("target", "reliability"))
                          && path.toString().endsWith(".json")
                      || path.endsWith(Path.of("target", "pit-reports", "mutations.xml")))
          .sorted()
          .toList();
    }
  }

  private static Measured figure(Path file) throws IOException {
    JsonNode json = JSON.readTree(file.toFile());
    return new Measured(
        json.required("figure").asText(),
        json.required("count").asLong(),
        json.required("worst").asDouble(),
        json.required("failures").asLong(),
        json.required("seed").asLong(),
        json.required("seconds").asDouble());
  }

  /** Returns the page, in Markdown. */
  String text() {
    StringBuilder page = new StringBuilder();
    page.append("# Reliability in figures\n\n");
    page.append("| figure | cases | goal | failures | worst | goal | seconds | reached |\n");
    page.append("|---|---:|---:|---:|---:|---:|---:|---|\n");
    for (Goal goal : Goal.ALL) {
      page.append(row(goal));
    }
    TreeMap<String, Measured> others = new TreeMap<>(measured);
    Goal.ALL.forEach(goal -> others.remove(goal.figure()));
    if (!others.isEmpty()) {
      page.append("\n## Without a goal\n\n");
      page.append("| figure | cases | failures | worst | seconds |\n|---|---:|---:|---:|---:|\n");
      others.values().forEach(figure -> page.append(row(figure)));
    }
    return page.toString();
  }

  private String row(Goal goal) {
    Measured figure = measured.get(goal.figure());
    if (figure == null) {
      return "| %s | not measured | %,d | | | %s | | not measured |\n"
          .formatted(goal.title(), goal.count(), goal.bound());
    }
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,d | %,d | %s | %s | %.0f | %s |\n",
        goal.title(),
        figure.count(),
        goal.count(),
        figure.failures(),
        goal.bound() == Goal.Bound.NONE ? "" : Goal.number(figure.worst()),
        goal.bound(),
        figure.seconds(),
        goal.isReachedBy(figure) ? "yes" : "no");
  }

  private static String row(Measured figure) {
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,d | %s | %.0f |\n",
        figure.figure(),
        figure.count(),
        figure.failures(),
        Goal.number(figure.worst()),
        figure.seconds());
  }
}

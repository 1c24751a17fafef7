package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.read.Kinds;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every modifier has a page in the manual, and every page says the same things in one order. */
class ManualTest {
  private static final Path PAGES = Path.of("..", "dsl", "docs", "manual");
  private static final List<String> SECTIONS =
      List.of("## What it does", "## Formula", "## When to use it", "## Example", "## Elsewhere");
  private static final String COST = "## What it costs here";

  /** How parameters start and inputs are scaled is no technique against overfitting. */
  private static final Set<String> WITHOUT_PAGE = Set.of("Dense", "Init", "Standardize");

  /** Encoders of columns act once a row, before a network is trained. */
  private static final Set<String> COLUMNS =
      Set.of(
          "bucketize.md",
          "categories.md",
          "cyclic.md",
          "embedding.md",
          "hashed.md",
          "ignore.md",
          "impute.md",
          "label.md",
          "log-1p.md",
          "min-max.md",
          "weight.md");

  static List<Class<? extends Annotation>> techniques() {
    return Kinds.load().fieldAnnotations().stream()
        .filter(kind -> !WITHOUT_PAGE.contains(kind.getSimpleName()))
        .toList();
  }

  static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("README.md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("techniques")
  void a_technique_has_a_page(Class<? extends Annotation> kind) throws IOException {
    String name = kind.getSimpleName();
    String page = name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".md";
    assertTrue(pages().contains(page), () -> page + " is missing");
    assertTrue(text(page).startsWith("# @" + name + ": "), page);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_has_its_sections(String page) throws IOException {
    List<String> headings =
        new ArrayList<>(text(page).lines().filter(line -> line.startsWith("## ")).toList());
    if (!COLUMNS.contains(page)) {
      assertEquals(COST, headings.remove(headings.size() - 2), page);
    }
    assertEquals(SECTIONS, headings);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_names_the_other_libraries(String page) throws IOException {
    String elsewhere = text(page).substring(text(page).indexOf("## Elsewhere"));
    for (String library : List.of("- Keras: ", "- PyTorch: ", "- scikit-learn: ")) {
      assertTrue(elsewhere.contains(library), () -> page + " does not say " + library);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void the_index_lists_a_page(String page) throws IOException {
    assertTrue(text("README.md").contains("(" + page + ")"), page);
  }

  static String text(String page) throws IOException {
    return Files.readString(PAGES.resolve(page));
  }
}

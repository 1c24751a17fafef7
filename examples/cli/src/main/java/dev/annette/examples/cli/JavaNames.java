package dev.annette.examples.cli;

import dev.annette.runtime.data.RowFormatException;
import dev.annette.runtime.rows.ColumnMatch;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names for Java source made of the names in a table. */
final class JavaNames {
  /** The names that no component of a record may have. */
  private static final Set<String> METHODS =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  /** The packages whose types the written and the generated source call by their simple names. */
  private static final List<String> PACKAGES =
      List.of(
          "java.io",
          "java.lang",
          "java.nio.file",
          "java.time",
          "java.util",
          "java.util.stream",
          "dev.annette",
          "dev.annette.runtime",
          "dev.annette.runtime.data",
          "dev.annette.runtime.json",
          "dev.annette.runtime.kernel",
          "dev.annette.runtime.metric",
          "dev.annette.runtime.model",
          "dev.annette.runtime.random",
          "dev.annette.runtime.rows",
          "dev.annette.runtime.train",
          "dev.annette.runtime.uncertainty");

  private JavaNames() {}

  /**
   * Returns a component of a record for each column: {@code sepalLength} for {@code Sepal length}.
   *
   * @throws WrongInputException if two columns would have the same, or one has no letter or digit
   */
  static List<String> components(Table table) {
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    for (String header : table.header()) {
      String name = component(header);
      if (name.isEmpty()) {
        throw new WrongInputException(
            "%s: a column is named \"%s\", which has no letters. Name it in the header."
                .formatted(table.source(), header));
      }
      String other = headers.put(name.toLowerCase(Locale.ROOT), header);
      if (other != null) {
        throw new WrongInputException(
            "%s: the columns \"%s\" and \"%s\" have the same letters. Rename one of them."
                .formatted(table.source(), other, header));
      }
      requireFound(name, header, table.source());
      names.add(name);
    }
    return names;
  }

  /** Requires that a table's column is found again by the component that stands for it. */
  private static void requireFound(String name, String header, String source) {
    try {
      ColumnMatch.of(List.of(name), List.of(header), source);
    } catch (RowFormatException e) {
      throw new WrongInputException(
          "%s: the column \"%s\" has letters that a name in Java cannot have. Rename it."
              .formatted(source, header));
    }
  }

  /** Returns a name that starts in lower case; empty if a text has no letter or digit. */
  static String component(String text) {
    String name = words(text);
    if (name.isEmpty()) {
      return name;
    }
    name = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    if (isName(name) && !METHODS.contains(name)) {
      return name;
    }
    return Character.isJavaIdentifierStart(name.codePointAt(0)) ? name + "_" : "_" + name;
  }

  /**
   * Returns a name in ASCII that starts in upper case; {@code Table} if a text has no letter.
   *
   * @param end what is added to a name that has a meaning already
   */
  static String type(String text, String end) {
    String plain = Normalizer.normalize(text.replace("\u00df", "ss"), Normalizer.Form.NFD);
    String words = words(plain.replaceAll("\\p{M}|[[\\p{L}\\p{N}]&&[^\\p{ASCII}]]", ""));
    String name =
        words.isEmpty() || !Character.isLetter(words.charAt(0))
            ? "Table" + words
            : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    return isTaken(name) ? name + end : name;
  }

  /** Returns whether source that has a type of this name would mean it by another one's name. */
  private static boolean isTaken(String name) {
    ClassLoader loader = JavaNames.class.getClassLoader();
    return name.equals("Row")
        || PACKAGES.stream()
            .map(place -> place.replace('.', '/') + "/" + name + ".class")
            .anyMatch(file -> loader.getResource(file) != null);
  }

  /**
   * Returns the constants of an enum for some texts; nothing if one of them would not be read back
   * as its constant.
   */
  static List<String> constants(List<String> texts) {
    List<String> constants = new ArrayList<>();
    for (String text : texts) {
      String name = text.toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
      boolean isPlain = name.chars().allMatch(c -> c < 128);
      if (!isPlain || !isName(name) || constants.contains(name)) {
        return List.of();
      }
      constants.add(name);
    }
    return constants;
  }

  private static String words(String text) {
    StringBuilder name = new StringBuilder();
    for (String word : text.split("[^\\p{L}\\p{Nd}\\p{Nl}]+")) {
      if (!word.isEmpty()) {
        boolean isShouted = word.equals(word.toUpperCase(Locale.ROOT)) && word.length() > 1;
        String rest = isShouted ? word.substring(1).toLowerCase(Locale.ROOT) : word.substring(1);
        name.append(capital(word.charAt(0))).append(rest);
      }
    }
    return name.toString();
  }

  /** Returns a letter in upper case, if it is the same letter in lower case again. */
  private static char capital(char letter) {
    char capital = Character.toUpperCase(letter);
    return Character.toLowerCase(capital) == Character.toLowerCase(letter) ? capital : letter;
  }

  /** Returns whether a text is one word that Java gives no meaning to. */
  private static boolean isName(String text) {
    return SourceVersion.isIdentifier(text) && !SourceVersion.isKeyword(text);
  }
}

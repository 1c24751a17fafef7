package dev.annette.examples.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.SourceVersion;

/** Names for Java source made of the names in a table. */
final class JavaNames {
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
      names.add(name);
    }
    return names;
  }

  /** Returns a name that starts in lower case; empty if a text has no letter or digit. */
  static String component(String text) {
    String name = words(text);
    if (name.isEmpty()) {
      return name;
    }
    name = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    return legal(name);
  }

  /** Returns a name that starts in upper case; {@code Table} if a text has no letter. */
  static String type(String text) {
    String name = words(text);
    return name.isEmpty() || !Character.isLetter(name.charAt(0))
        ? "Table" + name
        : Character.toUpperCase(name.charAt(0)) + name.substring(1);
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
      if (!isPlain || !SourceVersion.isName(name) || constants.contains(name)) {
        return List.of();
      }
      constants.add(name);
    }
    return constants;
  }

  private static String words(String text) {
    StringBuilder name = new StringBuilder();
    for (String word : text.split("[^A-Za-z0-9]+")) {
      if (!word.isEmpty()) {
        boolean isShouted = word.equals(word.toUpperCase(Locale.ROOT)) && word.length() > 1;
        String rest = isShouted ? word.substring(1).toLowerCase(Locale.ROOT) : word.substring(1);
        name.append(Character.toUpperCase(word.charAt(0))).append(rest);
      }
    }
    return name.toString();
  }

  private static String legal(String name) {
    return SourceVersion.isName(name)
        ? name
        : Character.isDigit(name.charAt(0)) ? "_" + name : name + "_";
  }
}

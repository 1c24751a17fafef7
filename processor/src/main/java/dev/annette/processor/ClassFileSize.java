package dev.annette.processor;

import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.read.ElementOrigin;
import dev.annette.processor.write.SourceFile;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;

/** Whether generated classes fit in class files, which hold at most 65,535 constants each. */
final class ClassFileSize {
  private static final int MOST_CONSTANTS = 65_535;

  /** Constants for each name and text in a trainer; there are 2.4 to 2.65. */
  private static final double CONSTANTS_PER_NAME = 2.7;

  /** Shorter sources need not be counted. */
  private static final int SHORT = 500_000;

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*|\"[^\"]*\"");

  private ClassFileSize() {}

  /** Reports a network of which a class would be too large. */
  static void check(CompiledNetwork network, TypeElement origin, Diagnostics problems) {
    for (SourceFile source : network.sources()) {
      double constants = source.text().length() < SHORT ? 0 : constants(source.text());
      if (constants > MOST_CONSTANTS) {
        problems.report(
            Problem.TOO_LARGE,
            ElementOrigin.of(origin),
            String.format(
                Locale.ROOT,
                "%s has %d layers, for which %s would need about %d constants, but a Java class"
                    + " holds at most %d. Take fewer layers.",
                origin.getSimpleName(),
                network.training().declaration().layers().size(),
                source.qualifiedName(),
                Math.round(constants),
                MOST_CONSTANTS));
        return;
      }
    }
  }

  private static double constants(String text) {
    Set<String> names = new HashSet<>();
    Matcher name = NAME.matcher(COMMENT.matcher(text).replaceAll(" "));
    while (name.find()) {
      names.add(name.group());
    }
    return CONSTANTS_PER_NAME * names.size();
  }
}

package dev.annette.processor.read;

import dev.annette.Allow;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.rule.NearestName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** The keys of warnings that an {@link Allow} switches off. */
final class AllowedKeys {
  private AllowedKeys() {}

  /** Returns the keys on an element; reports those that no warning has. */
  static List<String> of(Element element, Diagnostics problems) {
    List<String> allowed = new ArrayList<>();
    Annotations.find(element, Allow.class)
        .map(mirror -> new MirrorAttributes(element, mirror, problems))
        .ifPresent(
            allow -> {
              for (AnnotationValue text : allow.texts("value")) {
                String key = (String) text.getValue();
                if (Problem.lintKeys().contains(key)) {
                  allowed.add(key);
                } else {
                  problems.report(Problem.UNKNOWN_NAME, allow.origin(text), unknown(key, element));
                }
              }
            });
    return allowed;
  }

  private static String unknown(String key, Element element) {
    return "@Allow(\""
        + key
        + "\") on "
        + element.getSimpleName()
        + " names no warning."
        + NearestName.question(key, Problem.lintKeys())
        + " Warnings: "
        + String.join(", ", Problem.lintKeys())
        + ".";
  }
}

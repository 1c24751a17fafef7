package dev.annette.processor;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** The classes among the sources of a compilation; all others come from class files. */
final class SourceTypes {
  private final Set<String> names = new HashSet<>();

  /** Notes the classes that a round brings. */
  void note(RoundEnvironment round) {
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        names.add(type.getQualifiedName().toString());
      }
    }
  }

  /** Returns whether there is a top-level class of a name. */
  boolean contains(String qualifiedName) {
    return names.contains(qualifiedName);
  }

  /** Returns whether an element is in a source, where it has a line. */
  boolean hold(Element element) {
    Element outermost = element;
    while (outermost.getEnclosingElement() != null
        && !(outermost.getEnclosingElement() instanceof PackageElement)) {
      outermost = outermost.getEnclosingElement();
    }
    return outermost instanceof TypeElement type && contains(type.getQualifiedName().toString());
  }
}

package dev.annette.processor;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** The classes among the sources of a compilation; all others come from class files. */
final class SourceTypes {
  private final Set<String> names = new HashSet<>();
  private final boolean isEclipse;

  SourceTypes(ProcessingEnvironment environment) {
    this.isEclipse = environment.getClass().getName().startsWith("org.eclipse.");
  }

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

  /**
   * Returns whether the compiler knows the line of an element: it is in a source, and not in a
   * record that Eclipse compiles, which loses the places of those.
   */
  boolean haveLine(Element element) {
    boolean isInRecord = false;
    Element outermost = element;
    while (!(outermost.getEnclosingElement() instanceof PackageElement)) {
      isInRecord |= outermost.getKind() == ElementKind.RECORD;
      outermost = outermost.getEnclosingElement();
    }
    isInRecord |= outermost.getKind() == ElementKind.RECORD;
    return contains(((TypeElement) outermost).getQualifiedName().toString())
        && !(isEclipse && isInRecord);
  }
}

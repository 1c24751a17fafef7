package dev.annette.processor.read;

import dev.annette.Network;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.type.DeclaredType;

/** Finds annotations and their values on elements, by mirrors only. */
final class Annotations {
  private Annotations() {}

  /** Returns the annotation of a type on an element. */
  static Optional<AnnotationMirror> find(Element element, Class<? extends Annotation> type) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (isOf(mirror, type)) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  /** Returns the type of the rows of a network, if it names one that is a class. */
  static Optional<Element> rows(Element network) {
    return find(network, Network.class)
        .map(mirror -> written(mirror, "rows"))
        .filter(value -> value.getValue() instanceof DeclaredType)
        .map(value -> ((DeclaredType) value.getValue()).asElement());
  }

  /** Returns whether an annotation is of a type. */
  static boolean isOf(AnnotationMirror mirror, Class<? extends Annotation> type) {
    Element annotation = mirror.getAnnotationType().asElement();
    return annotation instanceof QualifiedNameable named
        && named.getQualifiedName().contentEquals(type.getCanonicalName());
  }

  /** Returns the value that the user wrote, or null where it is left to its default. */
  static AnnotationValue written(AnnotationMirror mirror, String name) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        values(mirror).entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static Map<? extends ExecutableElement, ? extends AnnotationValue> values(
      AnnotationMirror mirror) {
    try {
      return mirror.getElementValues();
    } catch (RuntimeException mistyped) {
      // what ecj does with a text in place of a number, which it reports later
      throw new UnreadableValueException("a value of " + mirror.getAnnotationType(), mistyped);
    }
  }

  /**
   * Returns a value, written or default.
   *
   * @throws UnreadableValueException if there is neither, because the source does not compile
   */
  static AnnotationValue value(AnnotationMirror mirror, String name) {
    AnnotationValue written = written(mirror, name);
    if (written != null) {
      return written;
    }
    for (Element member : mirror.getAnnotationType().asElement().getEnclosedElements()) {
      if (member instanceof ExecutableElement method
          && method.getSimpleName().contentEquals(name)
          && method.getDefaultValue() != null) {
        return method.getDefaultValue();
      }
    }
    throw new UnreadableValueException(name);
  }
}

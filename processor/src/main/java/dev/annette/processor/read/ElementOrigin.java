package dev.annette.processor.read;

import dev.annette.Network;
import dev.annette.processor.diagnostic.Origin;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * A place in the source as the compiler knows it, as narrow as it can be.
 *
 * @param element the class or field
 * @param annotation the annotation on it, or null
 * @param value the value of the annotation, or null
 */
public record ElementOrigin(Element element, AnnotationMirror annotation, AnnotationValue value)
    implements Origin {
  /** Returns the place of a class or field itself. */
  public static ElementOrigin of(Element element) {
    return new ElementOrigin(element, null, null);
  }

  /** Returns the place where a network names the type of its rows, or else the network's own. */
  public static ElementOrigin ofRows(TypeElement network) {
    AnnotationMirror annotation = Annotations.find(network, Network.class).orElseThrow();
    return new ElementOrigin(network, annotation, Annotations.written(annotation, "rows"));
  }
}

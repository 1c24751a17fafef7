package dev.annette.processor.read;

import dev.annette.Allow;
import dev.annette.Network;
import dev.annette.processor.diagnostic.Diagnostic;
import dev.annette.processor.diagnostic.Problem;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;

/** Finds layer annotations in classes that declare no network, where nothing would read them. */
public final class StrayAnnotations {
  private StrayAnnotations() {}

  /** Returns a problem for each field with such an annotation. */
  public static List<Diagnostic> find(RoundEnvironment round, Kinds kinds) {
    List<Diagnostic> found = new ArrayList<>();
    List<Class<? extends Annotation>> types = new ArrayList<>(kinds.fieldAnnotations());
    types.add(Allow.class);
    for (Class<? extends Annotation> type : types) {
      for (Element element : round.getElementsAnnotatedWith(type)) {
        Element owner = element.getKind().isField() ? element.getEnclosingElement() : element;
        if (Annotations.find(owner, Network.class).isEmpty()) {
          found.add(stray(type, element, owner));
        }
      }
    }
    return found;
  }

  private static Diagnostic stray(
      Class<? extends Annotation> type, Element element, Element owner) {
    return new Diagnostic(
        Problem.MISPLACED,
        new ElementOrigin(element, Annotations.find(element, type).orElse(null), null),
        "@"
            + type.getSimpleName()
            + " on "
            + element.getSimpleName()
            + " has no effect: "
            + owner.getSimpleName()
            + " is not a network. Annotate "
            + owner.getSimpleName()
            + " with @Network, or remove it.");
  }
}

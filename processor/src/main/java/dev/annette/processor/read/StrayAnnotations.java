package dev.annette.processor.read;

import dev.annette.Allow;
import dev.annette.Network;
import dev.annette.processor.diagnostic.Diagnostic;
import dev.annette.processor.diagnostic.Problem;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds annotations of layers in classes that declare no network, where nothing reads them. */
public final class StrayAnnotations {
  private final RoundEnvironment round;
  private final Kinds kinds;

  /** The classes with such annotations, and the first of each. */
  private final Map<Element, ElementOrigin> strays = new LinkedHashMap<>();

  private StrayAnnotations(RoundEnvironment round, Kinds kinds) {
    this.round = round;
    this.kinds = kinds;
  }

  /**
   * Returns one problem for each class with such annotations.
   *
   * @param networks those of this round; what they inherit is their own problem
   */
  public static List<Diagnostic> find(
      RoundEnvironment round, Kinds kinds, Set<TypeElement> networks) {
    StrayAnnotations stray = new StrayAnnotations(round, kinds);
    stray.collect();
    networks.forEach(stray::forgetInherited);
    List<Diagnostic> problems = new ArrayList<>();
    stray.strays.forEach((owner, origin) -> problems.add(problem(owner, origin)));
    return problems;
  }

  private void collect() {
    List<Class<? extends Annotation>> types = new ArrayList<>(kinds.fieldAnnotations());
    types.add(Allow.class);
    for (Element element : round.getElementsAnnotatedWithAny(Set.copyOf(types))) {
      Element owner = element.getKind().isField() ? element.getEnclosingElement() : element;
      if (!mayBeNetwork(owner)) {
        element.getAnnotationMirrors().stream()
            .filter(mirror -> types.stream().anyMatch(type -> Annotations.isOf(mirror, type)))
            .findFirst()
            .ifPresent(m -> strays.putIfAbsent(owner, new ElementOrigin(element, m, null)));
      }
    }
  }

  /** Returns whether a class is a network, or may be one whose import is missing. */
  private static boolean mayBeNetwork(Element owner) {
    return owner.getAnnotationMirrors().stream()
        .anyMatch(
            mirror ->
                Annotations.isOf(mirror, Network.class)
                    || mirror.getAnnotationType().getKind() == TypeKind.ERROR);
  }

  private void forgetInherited(TypeElement network) {
    TypeMirror parent = network.getSuperclass();
    while (parent instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement superclass) {
      strays.remove(superclass);
      parent = superclass.getSuperclass();
    }
  }

  private static Diagnostic problem(Element owner, ElementOrigin origin) {
    String type = owner.getSimpleName().toString();
    return new Diagnostic(
        Problem.MISPLACED,
        origin,
        "@"
            + origin.annotation().getAnnotationType().asElement().getSimpleName()
            + " on "
            + origin.element().getSimpleName()
            + " has no effect: "
            + type
            + " is not a network. Annotate "
            + type
            + " with @Network(input = ..., loss = ...), or remove its annotations of layers.");
  }
}

package dev.annette.processor.read;

import dev.annette.Allow;
import dev.annette.Network;
import dev.annette.processor.column.ColumnKind;
import dev.annette.processor.diagnostic.Diagnostic;
import dev.annette.processor.diagnostic.Problem;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds annotations of layers in classes that declare no network, where nothing reads them. */
public final class StrayAnnotations {
  private final Set<Class<? extends Annotation>> types;
  private final List<? extends Class<? extends Annotation>> columns;

  private StrayAnnotations(Kinds kinds) {
    types = new LinkedHashSet<>(kinds.fieldAnnotations());
    types.add(Allow.class);
    columns = kinds.columns().stream().map(ColumnKind::annotation).toList();
  }

  /**
   * Returns one problem for each class with such annotations, at the first of them.
   *
   * @param networks those of this round; what they inherit, and their rows, is their own problem
   */
  public static List<Diagnostic> find(
      RoundEnvironment round, Kinds kinds, Set<TypeElement> networks) {
    StrayAnnotations strays = new StrayAnnotations(kinds);
    Set<Element> owners = strays.owners(round);
    networks.forEach(network -> removeParents(network, owners));
    networks.forEach(network -> Annotations.rows(network).ifPresent(owners::remove));
    List<Diagnostic> problems = new ArrayList<>();
    owners.forEach(owner -> problems.add(problem(owner, strays.first(owner))));
    return problems;
  }

  private Set<Element> owners(RoundEnvironment round) {
    Set<Element> owners = new LinkedHashSet<>();
    for (Element element : round.getElementsAnnotatedWithAny(types)) {
      if (isColumn(element)) {
        continue;
      }
      Element owner = owner(element);
      if (!mayBeNetwork(owner)) {
        owners.add(owner);
      }
    }
    return owners;
  }

  /** Returns whether an element can be a column of typed rows; its network may be elsewhere. */
  private boolean isColumn(Element element) {
    return isMember(element)
        && !FieldType.isLayer(element)
        && element.getAnnotationMirrors().stream()
            .filter(mirror -> types.stream().anyMatch(type -> Annotations.isOf(mirror, type)))
            .allMatch(mirror -> columns.stream().anyMatch(type -> Annotations.isOf(mirror, type)));
  }

  /** Returns whether an element is part of a class; ecj also names what a record derives. */
  private static boolean isMember(Element element) {
    return !(element instanceof TypeElement);
  }

  private static Element owner(Element element) {
    Element owner = element;
    while (isMember(owner)) {
      owner = owner.getEnclosingElement();
    }
    return owner;
  }

  /** Returns whether a class is a network, or may be one whose import is missing. */
  private static boolean mayBeNetwork(Element owner) {
    return owner.getAnnotationMirrors().stream()
        .anyMatch(
            mirror ->
                Annotations.isOf(mirror, Network.class)
                    || mirror.getAnnotationType().getKind() == TypeKind.ERROR);
  }

  private static void removeParents(TypeElement network, Set<Element> owners) {
    TypeMirror parent = network.getSuperclass();
    while (parent instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement superclass) {
      owners.remove(superclass);
      parent = superclass.getSuperclass();
    }
  }

  /** Returns the first annotation on a class or its fields that is one of ours. */
  private ElementOrigin first(Element owner) {
    List<Element> elements = new ArrayList<>(List.of(owner));
    elements.addAll(ElementFilter.fieldsIn(owner.getEnclosedElements()));
    for (Element element : elements) {
      for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
        if (types.stream().anyMatch(type -> Annotations.isOf(mirror, type))) {
          return new ElementOrigin(element, mirror, null);
        }
      }
    }
    throw new IllegalStateException(owner + " has lost its annotations");
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

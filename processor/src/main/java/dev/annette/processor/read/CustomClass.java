package dev.annette.processor.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The rules for classes of which generated code makes objects: custom losses and penalties. */
final class CustomClass {
  private CustomClass() {}

  /**
   * Returns the first reason, as a clause, why no object of a class can be made where a network is
   * declared and used as what a contract says; nothing if one can.
   *
   * @param at what carries the annotation that names the class
   * @param contract the interface that it must implement, qualified
   */
  static Optional<String> fault(TypeElement type, Element at, String contract) {
    String name = type.getSimpleName().toString();
    boolean isNear = home(type).equals(home(at));
    if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
      return Optional.of("an object must be made of it, but " + name + " is no class");
    }
    if (!implementsContract(type, contract)) {
      return Optional.of(
          name + " does not implement " + contract.substring(contract.lastIndexOf('.') + 1));
    }
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      return Optional.of("an object must be made of it, but " + name + " is abstract");
    }
    if (!type.getTypeParameters().isEmpty()) {
      return Optional.of("nothing says what the type parameters of " + name + " stand for");
    }
    return inaccessible(type, isNear).or(() -> unmakeable(type, name, isNear));
  }

  private static Optional<String> inaccessible(TypeElement type, boolean isNear) {
    Element element = type;
    while (element instanceof TypeElement nested) {
      boolean isInner =
          nested.getEnclosingElement() instanceof TypeElement
              && !nested.getModifiers().contains(Modifier.STATIC)
              && !nested.getEnclosingElement().getKind().isInterface()
              && nested.getKind() == ElementKind.CLASS;
      if (isInner) {
        return Optional.of(
            nested.getSimpleName() + " is an inner class, which needs an outer object");
      }
      if (!isAccessible(nested, isNear)) {
        return Optional.of(
            nested.getSimpleName()
                + (isNear ? " is private" : " is not public and in another package"));
      }
      element = nested.getEnclosingElement();
    }
    return Optional.empty();
  }

  private static Optional<String> unmakeable(TypeElement type, String name, boolean isNear) {
    for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      if (constructor.getParameters().isEmpty()) {
        if (!isAccessible(constructor, isNear)) {
          return Optional.of(
              "the constructor of " + name + " without parameters is not accessible");
        }
        return constructor.getThrownTypes().isEmpty()
            ? Optional.empty()
            : Optional.of("the constructor of " + name + " declares exceptions");
      }
    }
    return Optional.of(name + " has no constructor without parameters");
  }

  /** Returns whether code of the same package, or of any other, can name an element. */
  private static boolean isAccessible(Element element, boolean isNear) {
    return isNear
        ? !element.getModifiers().contains(Modifier.PRIVATE)
        : element.getModifiers().contains(Modifier.PUBLIC);
  }

  private static Element home(Element element) {
    Element home = element;
    while (!(home instanceof PackageElement)) {
      home = home.getEnclosingElement();
    }
    return home;
  }

  private static boolean implementsContract(TypeElement type, String contract) {
    Deque<TypeElement> left = new ArrayDeque<>(List.of(type));
    while (!left.isEmpty()) {
      TypeElement next = left.removeFirst();
      if (next.getQualifiedName().contentEquals(contract)) {
        return true;
      }
      add(next.getSuperclass(), left);
      next.getInterfaces().forEach(parent -> add(parent, left));
    }
    return false;
  }

  private static void add(TypeMirror parent, Deque<TypeElement> left) {
    if (parent.getKind() == TypeKind.ERROR) {
      throw new UnreadableValueException(parent.toString());
    }
    if (parent instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      left.addLast(element);
    }
  }
}

package dev.annette.processor.read;

import dev.annette.Layer;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The rules for classes that declare networks. */
final class ClassRules {
  private static final String REMEDY =
      " Declare the network in a plain class of its own, such as @Network(…) class ";

  private ClassRules() {}

  /** Returns whether the class can declare a network; reports why not. */
  static boolean check(TypeElement type, Diagnostics problems) {
    String name = type.getSimpleName().toString();
    String fault = fault(type);
    if (fault == null) {
      return true;
    }
    problems.report(
        Problem.UNSUPPORTED_CLASS,
        ElementOrigin.of(type),
        name + " " + fault + REMEDY.replace("…", "...") + name + " { ... }.");
    return false;
  }

  private static String fault(TypeElement type) {
    String kind = kindFault(type);
    if (kind != null) {
      return kind;
    }
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      return "is abstract: a network's declaration is complete in one class.";
    }
    if (!type.getTypeParameters().isEmpty()) {
      return "is generic: a network has no type parameters.";
    }
    String enclosing = enclosingFault(type);
    return enclosing != null ? enclosing : inheritedFault(type);
  }

  private static String kindFault(TypeElement type) {
    ElementKind kind = type.getKind();
    if (kind == ElementKind.CLASS) {
      return null;
    }
    String article = kind == ElementKind.ENUM || kind == ElementKind.INTERFACE ? "an " : "a ";
    String word =
        kind == ElementKind.ANNOTATION_TYPE
            ? "an annotation type"
            : article + kind.name().toLowerCase(java.util.Locale.ROOT);
    return "is " + word + ": layers are fields of a class, and only a class can declare them.";
  }

  private static String enclosingFault(TypeElement type) {
    Element element = type;
    while (element instanceof TypeElement nested) {
      if (nested.getModifiers().contains(Modifier.PRIVATE)) {
        return (nested.equals(type)
                ? "is private"
                : "is inside the private " + nested.getSimpleName())
            + ": the trainer and the model are written beside it and must see it.";
      }
      boolean isNested = nested.getEnclosingElement() instanceof TypeElement;
      if (isNested && nested.equals(type) && !nested.getModifiers().contains(Modifier.STATIC)) {
        return "is an inner class: it needs an instance of "
            + nested.getEnclosingElement().getSimpleName()
            + ", and a network needs none. Make it static, or move it out.";
      }
      element = nested.getEnclosingElement();
    }
    return null;
  }

  /** The order of inherited fields is lost in class files, so layers come from one class only. */
  private static String inheritedFault(TypeElement type) {
    TypeMirror parent = type.getSuperclass();
    while (parent instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement superclass) {
      for (Element field : ElementFilter.fieldsIn(superclass.getEnclosedElements())) {
        if (isLayer(field)) {
          return "inherits the layer "
              + field.getSimpleName()
              + " from "
              + superclass.getSimpleName()
              + ": the order of layers is only certain within one class.";
        }
      }
      parent = superclass.getSuperclass();
    }
    return null;
  }

  /** Returns whether a field is of type {@link Layer}. */
  static boolean isLayer(Element field) {
    return field.asType() instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals(Layer.class.getCanonicalName());
  }
}

package dev.annette.processor.read;

import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The rules for classes that declare networks. */
final class ClassRules {
  private final TypeElement type;
  private final Diagnostics problems;
  private boolean isLegal = true;

  private ClassRules(TypeElement type, Diagnostics problems) {
    this.type = type;
    this.problems = problems;
  }

  /** Returns whether the class can declare a network; reports every reason why not. */
  static boolean check(TypeElement type, Diagnostics problems) {
    ClassRules rules = new ClassRules(type, problems);
    rules.checkKind();
    if (type.getKind() == ElementKind.CLASS) {
      rules.checkDeclaration();
      rules.checkInherited();
    }
    rules.checkVisibility();
    return rules.isLegal;
  }

  private void checkKind() {
    String kind =
        switch (type.getKind()) {
          case CLASS -> "";
          case INTERFACE -> "an interface";
          case ENUM -> "an enum";
          case RECORD -> "a record";
          case ANNOTATION_TYPE -> "an annotation type";
          default -> "a " + type.getKind().name().toLowerCase(java.util.Locale.ROOT);
        };
    if (!kind.isEmpty()) {
      refuse(
          "is " + kind + ", but layers are fields of a class",
          "Write class " + type.getSimpleName() + " { ... } instead");
    }
  }

  private void checkDeclaration() {
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      refuse("is abstract, but one class declares the whole network", "Remove abstract");
    }
    if (!type.getTypeParameters().isEmpty()) {
      String parameters =
          type.getTypeParameters().stream()
              .map(parameter -> parameter.getSimpleName().toString())
              .collect(Collectors.joining(", ", "<", ">"));
      refuse("is generic, but a network has no type parameters", "Remove " + parameters);
    }
    boolean isNested = type.getEnclosingElement() instanceof TypeElement;
    if (isNested && !type.getModifiers().contains(Modifier.STATIC)) {
      refuse(
          "is an inner class, but a network belongs to no instance of "
              + type.getEnclosingElement().getSimpleName(),
          "Make it static");
    }
  }

  private void checkVisibility() {
    Element element = type;
    while (element instanceof TypeElement nested) {
      if (nested.getModifiers().contains(Modifier.PRIVATE)) {
        boolean isItself = nested.equals(type);
        refuse(
            (isItself ? "is private" : "is inside " + nested.getSimpleName() + ", which is private")
                + ", but the trainer and the model are classes of their own and must see it",
            isItself
                ? "Remove private"
                : "Remove private from "
                    + nested.getSimpleName()
                    + ", or move "
                    + type.getSimpleName()
                    + " out of it");
      }
      element = nested.getEnclosingElement();
    }
  }

  /** The order of inherited fields is lost in class files, so layers come from one class only. */
  private void checkInherited() {
    TypeMirror parent = type.getSuperclass();
    while (parent instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement superclass) {
      if (parent.getKind() == TypeKind.ERROR) {
        throw new UnreadableValueException(parent.toString());
      }
      for (Element field : ElementFilter.fieldsIn(superclass.getEnclosedElements())) {
        if (FieldType.isLayer(field)) {
          refuse(
              "inherits the layer "
                  + field.getSimpleName()
                  + " from "
                  + superclass.getSimpleName()
                  + ", but only within one class is the order of layers certain",
              "Declare every layer in " + type.getSimpleName());
          return;
        }
      }
      parent = superclass.getSuperclass();
    }
  }

  private void refuse(String fault, String remedy) {
    isLegal = false;
    problems.report(
        Problem.UNSUPPORTED_CLASS,
        ElementOrigin.of(type),
        type.getSimpleName() + " " + fault + ". " + remedy + ".");
  }
}

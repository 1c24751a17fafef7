package dev.annette.processor.read;

import dev.annette.Ignore;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ClassRef;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The rules for classes that are types of rows. */
final class RowClassRules {
  private final MirrorAttributes network;
  private final TypeElement type;
  private boolean isLegal = true;

  private RowClassRules(MirrorAttributes network, TypeElement type) {
    this.network = network;
    this.type = type;
  }

  /** Returns whether a class can be the type of rows; reports why not, at the network. */
  static boolean check(MirrorAttributes network, TypeElement type, ClassRef from) {
    RowClassRules rules = new RowClassRules(network, type);
    if (!rules.isDeclaredByColumns()) {
      return false;
    }
    rules.checkVisibility(from);
    rules.checkInstances();
    return rules.isLegal;
  }

  private boolean isDeclaredByColumns() {
    ElementKind kind = type.getKind();
    if (kind == ElementKind.RECORD || kind == ElementKind.CLASS) {
      return true;
    }
    String words =
        kind == ElementKind.ANNOTATION_TYPE
            ? "an annotation type"
            : "an " + kind.name().toLowerCase(Locale.ROOT);
    refuse(
        "is " + words + ", which has no columns",
        "Write a record, whose components are the columns");
    return false;
  }

  private void checkVisibility(ClassRef from) {
    if (!ClassRefs.sees(from, type)) {
      refuse(
          "is not visible to the classes written beside " + from.simpleName(),
          "Make it and the classes around it public, or move it into the same package and let none"
              + " be private");
    }
  }

  private void checkInstances() {
    if (!type.getTypeParameters().isEmpty()) {
      refuse("is generic, but the type of a column must be certain", "Remove its type parameters");
    }
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      refuse("is abstract, so there are no rows of it", "Remove abstract");
    }
    boolean isNested = type.getEnclosingElement() instanceof TypeElement;
    boolean isStatic =
        type.getKind() == ElementKind.RECORD || type.getModifiers().contains(Modifier.STATIC);
    if (isNested && !isStatic) {
      refuse(
          "is an inner class, whose rows would belong to an instance of "
              + type.getEnclosingElement().getSimpleName(),
          "Make it static");
    }
    checkSuperclasses();
  }

  /** Refuses fields that are inherited, which would be left out without a word. */
  private void checkSuperclasses() {
    TypeMirror parent = type.getSuperclass();
    while (parent instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement superclass) {
      List<String> fields =
          ElementFilter.fieldsIn(superclass.getEnclosedElements()).stream()
              .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
              .filter(field -> Annotations.find(field, Ignore.class).isEmpty())
              .map(field -> field.getSimpleName().toString())
              .sorted()
              .toList();
      if (!fields.isEmpty()) {
        refuse(
            "inherits from "
                + superclass.getSimpleName()
                + " ("
                + String.join(", ", fields)
                + "), but its columns are the fields that it declares itself",
            "Declare them in " + type.getSimpleName() + ", or mark them with @Ignore");
      }
      parent = superclass.getSuperclass();
    }
  }

  private void refuse(String fault, String remedy) {
    isLegal = false;
    network.report(
        Problem.UNSUPPORTED_CLASS,
        network.origin("rows"),
        "rows = "
            + type.getSimpleName()
            + ".class on "
            + network.field()
            + ": "
            + type.getSimpleName()
            + " "
            + fault
            + ". "
            + remedy
            + ".");
  }
}

package dev.annette.processor.read;

import dev.annette.Layer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/** Whether a field can be a layer by its type. */
final class FieldType {
  private FieldType() {}

  /** Returns whether a field is of type {@link Layer}. */
  static boolean isLayer(Element field) {
    return field.asType().getKind() == TypeKind.DECLARED
        && field.asType() instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals(Layer.class.getCanonicalName());
  }

  /** Returns whether a field's type is one that the compiler has not found (yet). */
  static boolean isUnknown(Element field) {
    return field.asType().getKind() == TypeKind.ERROR;
  }

  /** Returns what a field's type is, and what it has to be instead. */
  static String remedy(Element field) {
    String type = field.asType().toString();
    boolean isOther =
        field.asType() instanceof DeclaredType declared
            && declared.asElement().getSimpleName().contentEquals(Layer.class.getSimpleName());
    String layer = isOther ? Layer.class.getCanonicalName() : Layer.class.getSimpleName();
    return "whose type is "
        + (isOther ? type : type.replaceAll("\\b([a-z_][\\w$]*\\.)+(?=[A-Z])", ""))
        + ", but a layer is a field of type "
        + layer
        + ". Write "
        + layer
        + " "
        + field.getSimpleName()
        + ";";
  }
}

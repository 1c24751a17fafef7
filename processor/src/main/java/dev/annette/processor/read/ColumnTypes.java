package dev.annette.processor.read;

import dev.annette.processor.ir.ClassRef;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.ir.ColumnType.Family;
import dev.annette.processor.ir.ColumnType.Form;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What the Java type of a column means. */
final class ColumnTypes {
  private static final Map<String, Family> CLASSES =
      Map.ofEntries(
          Map.entry("java.lang.Float", Family.NUMBER),
          Map.entry("java.lang.Double", Family.NUMBER),
          Map.entry("java.lang.Integer", Family.NUMBER),
          Map.entry("java.lang.Long", Family.NUMBER),
          Map.entry("java.lang.Short", Family.NUMBER),
          Map.entry("java.lang.Byte", Family.NUMBER),
          Map.entry("java.lang.Boolean", Family.BOOLEAN),
          Map.entry("java.lang.String", Family.TEXT),
          Map.entry("java.time.LocalDate", Family.DATE),
          Map.entry("java.time.LocalDateTime", Family.TIME));

  private static final Map<String, String> OPTIONALS =
      Map.of(
          "java.util.OptionalDouble", "Double",
          "java.util.OptionalInt", "Integer",
          "java.util.OptionalLong", "Long");

  private ColumnTypes() {}

  /**
   * Returns what a type means.
   *
   * @throws UnreadableValueException if the compiler has not found it (yet)
   */
  static ColumnType of(TypeMirror type) {
    String text = text(type);
    if (type.getKind() == TypeKind.ERROR) {
      throw new UnreadableValueException(text);
    }
    if (type.getKind().isPrimitive()) {
      return primitive(type.getKind(), text);
    }
    if (!(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)) {
      return other(text);
    }
    String name = element.getQualifiedName().toString();
    if (OPTIONALS.containsKey(name)) {
      ClassRef value = new ClassRef("java.lang", List.of(OPTIONALS.get(name)), true);
      return new ColumnType(Family.NUMBER, Form.OPTIONAL_PRIMITIVE, "", value, List.of(), text);
    }
    if (name.equals("java.util.Optional") && declared.getTypeArguments().size() == 1) {
      ColumnType value = of(declared.getTypeArguments().get(0));
      boolean isNested = value.form() != Form.REFERENCE;
      return isNested || value.family() == Family.OTHER
          ? other(text)
          : new ColumnType(
              value.family(), Form.OPTIONAL, "", value.value(), value.constants(), text);
    }
    return reference(element, CLASSES.get(name), text);
  }

  private static ColumnType reference(TypeElement element, Family family, String text) {
    boolean isEnum = element.getKind() == ElementKind.ENUM;
    if (family == null && !isEnum) {
      return other(text);
    }
    List<String> constants =
        isEnum
            ? element.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(member -> member.getSimpleName().toString())
                .toList()
            : List.of();
    return new ColumnType(
        isEnum ? Family.CATEGORY : family,
        Form.REFERENCE,
        "",
        ClassRefs.of(element),
        constants,
        text);
  }

  private static ColumnType primitive(TypeKind kind, String text) {
    String box =
        switch (kind) {
          case FLOAT -> "Float";
          case DOUBLE -> "Double";
          case INT -> "Integer";
          case LONG -> "Long";
          case SHORT -> "Short";
          case BYTE -> "Byte";
          case BOOLEAN -> "Boolean";
          default -> "";
        };
    if (box.isEmpty()) {
      return new ColumnType(Family.OTHER, Form.PRIMITIVE, text, null, List.of(), text);
    }
    return new ColumnType(
        kind == TypeKind.BOOLEAN ? Family.BOOLEAN : Family.NUMBER,
        Form.PRIMITIVE,
        kind.name().toLowerCase(Locale.ROOT),
        new ClassRef("java.lang", List.of(box), true),
        List.of(),
        text);
  }

  private static ColumnType other(String text) {
    return new ColumnType(Family.OTHER, Form.REFERENCE, "", null, List.of(), text);
  }

  /** Returns the element of an enum that a column's values are constants of, or null. */
  static TypeElement enumOf(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)) {
      return null;
    }
    Element element = declared.asElement();
    if (element.getKind() == ElementKind.ENUM) {
      return (TypeElement) element;
    }
    return declared.getTypeArguments().size() == 1
        ? enumOf(declared.getTypeArguments().get(0))
        : null;
  }

  private static String text(TypeMirror type) {
    return type.toString().replaceAll("\\b([a-z_][\\w$]*\\.)+(?=[A-Z])", "");
  }
}

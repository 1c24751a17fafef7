package dev.annette.processor.read;

import dev.annette.rule.NumberRule;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** How the value of an annotation reads in a source file, for messages. */
final class AnnotationText {
  private AnnotationText() {}

  static String of(AnnotationValue value) {
    Object object = value.getValue();
    if (object instanceof VariableElement constant) {
      return constant.getSimpleName().toString();
    }
    if (object instanceof String string) {
      return '"' + string + '"';
    }
    if (object instanceof Double number) {
      return number == Math.rint(number) && Math.abs(number) < 1e9
          ? NumberRule.number(number)
          : number.toString();
    }
    if (object instanceof DeclaredType type) {
      return type.asElement().getSimpleName() + ".class";
    }
    if (object instanceof TypeMirror type) {
      return type + ".class";
    }
    if (object instanceof List<?> list) {
      List<String> entries = new ArrayList<>();
      for (Object entry : list) {
        entries.add(entry instanceof AnnotationValue element ? of(element) : entry.toString());
      }
      return entries.size() == 1 ? entries.get(0) : "{" + String.join(", ", entries) + "}";
    }
    return object.toString();
  }
}

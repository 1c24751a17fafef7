package dev.annette.processor.read;

import dev.annette.processor.ir.ClassRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Classes by name, from what the compiler knows of them. */
final class ClassRefs {
  private ClassRefs() {}

  static ClassRef of(TypeElement type) {
    Deque<String> names = new ArrayDeque<>();
    boolean isPublic = true;
    Element element = type;
    while (element instanceof TypeElement enclosing) {
      names.addFirst(enclosing.getSimpleName().toString());
      isPublic &= enclosing.getModifiers().contains(Modifier.PUBLIC);
      element = enclosing.getEnclosingElement();
    }
    String packageName =
        element instanceof PackageElement home ? home.getQualifiedName().toString() : "";
    return new ClassRef(packageName, List.copyOf(names), isPublic);
  }

  /** Returns whether a class of another can use this one: it is public, or a neighbour. */
  static boolean sees(ClassRef from, TypeElement type) {
    ClassRef there = of(type);
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        return false;
      }
    }
    return there.isPublic() || there.packageName().equals(from.packageName());
  }
}

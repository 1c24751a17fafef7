package dev.annette.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.ClassName;
import dev.annette.Initializer;
import dev.annette.processor.ir.CamelCase;
import dev.annette.runtime.Annette;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The types that generated code names exist; compiling generated code proves their members. */
class RuntimeNamesTest {
  @Test
  void every_named_type_is_a_public_type_of_the_runtime() throws ReflectiveOperationException {
    List<ClassName> names = new ArrayList<>();
    for (Field field : RuntimeNames.class.getDeclaredFields()) {
      if (field.getType() == ClassName.class) {
        names.add((ClassName) field.get(null));
      }
    }
    assertFalse(names.isEmpty());
    for (ClassName name : names) {
      Class<?> type = Class.forName(name.reflectionName());
      assertTrue(Modifier.isPublic(type.getModifiers()), () -> type + " is not public");
    }
  }

  @Test
  void generated_code_and_runtime_keep_the_same_agreement() {
    assertEquals(Annette.GENERATED_VERSION, RuntimeNames.GENERATED_VERSION);
  }

  @Test
  void every_initializer_has_a_class_that_fills() throws ReflectiveOperationException {
    for (Initializer initializer : Initializer.values()) {
      ClassName name = RuntimeNames.init(CamelCase.upper(initializer));
      Class<?>[] parameters =
          initializer == Initializer.CONSTANT
              ? new Class<?>[] {float[].class, int.class, int.class, float.class, long.class}
              : new Class<?>[] {float[].class, int.class, int.class, long.class};
      Method fill = Class.forName(name.reflectionName()).getMethod("fill", parameters);
      assertTrue(Modifier.isStatic(fill.getModifiers()), fill::toString);
    }
  }
}

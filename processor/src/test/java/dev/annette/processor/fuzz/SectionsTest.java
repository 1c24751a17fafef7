package dev.annette.processor.fuzz;

import static dev.annette.processor.fuzz.Sections.section;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SectionsTest {
  @Test
  void what_the_failure_does_not_need_is_left_out() {
    String text = "a" + section("b" + section("c") + section("d")) + section("e") + section("f");
    assertEquals("abcdef", Sections.whole(text));
    String least = Sections.shrink(text, less -> less.contains("d") && less.contains("f"));
    assertEquals("abdf", Sections.whole(least));
  }
}

package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.annette.runtime.text.Excerpt;

/** What the parser found that is not JSON, or beyond its limits. */
final class JsonProblem {
  private static final int LENGTH = 160; // characters, of which 40 may be of the file

  private JsonProblem() {}

  /** Returns it in the words of the parser, without its hints for programmers. */
  static String of(JsonProcessingException problem) {
    if (problem instanceof JsonEOFException) {
      return "the end of the file";
    }
    return Excerpt.of(
        problem.getOriginalMessage().replaceAll(", from `[^`]*`|: enable .*", ""), LENGTH);
  }
}

package dev.annette.runtime.json;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.text.Excerpt;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * A JSON document, token by token, of the types asked for and no others: nothing is converted from
 * one type to another.
 *
 * <p>The current token is the value at hand; {@link ObjectFields} and {@link #nextElement} go to
 * the next one.
 */
final class TokenReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(ModelLimits.DEPTH)
                  .maxNameLength(ModelLimits.NAME)
                  .maxNumberLength(ModelLimits.NUMBER)
                  .maxStringLength(ModelLimits.CHUNK_TEXT)
                  .build())
          .errorReportConfiguration(
              ErrorReportConfiguration.builder().maxErrorTokenLength(Excerpt.LENGTH).build())
          .build();

  private final JsonParser json;
  private MemoryBudget budget = MemoryBudget.unused();

  /** Starts before the first token. */
  TokenReader(Reader text) throws IOException {
    json = JSON.createParser(text);
  }

  /** Goes to the first token. */
  void start() throws IOException {
    json.nextToken();
  }

  /** Sets how much memory the values that follow may take. */
  void limitMemory(MemoryBudget budget) {
    this.budget = budget;
  }

  /** Opens the object at hand, which has all of these fields. */
  ObjectFields object(String... required) throws IOException {
    return object(List.of(required), List.of());
  }

  /** Opens the object at hand, which has all of the first and maybe some of the second fields. */
  ObjectFields object(List<String> required, List<String> optional) throws IOException {
    require(JsonToken.START_OBJECT, "an object");
    budget.addObject();
    requireMemory();
    return new ObjectFields(this, required, optional);
  }

  /** Opens the object at hand, whose names are free. */
  NamedValues names() throws IOException {
    require(JsonToken.START_OBJECT, "an object");
    return new NamedValues(this);
  }

  /** Opens the array at hand, before its first element. */
  void array() throws IOException {
    require(JsonToken.START_ARRAY, "an array");
  }

  /** Goes to the next element of the array; false at its end. */
  boolean nextElement() throws IOException {
    return next() != JsonToken.END_ARRAY;
  }

  /** Returns the text at hand. */
  String text() throws IOException {
    String text = text(ModelLimits.TEXT);
    budget.addText(text);
    requireMemory();
    return text;
  }

  /** Returns the text at hand, of at most this many characters, which nobody keeps. */
  String text(int limit) throws IOException {
    require(JsonToken.VALUE_STRING, "a text");
    String text = json.getText();
    if (text.length() > limit) {
      throw refusal(
          ModelRule.JSON,
          "a text of at most %d characters".formatted(limit),
          "%d".formatted(text.length()));
    }
    requireWholeCharacters(text);
    return text;
  }

  /** Returns the whole number at hand. */
  long integer(long low, long high) throws IOException {
    require(JsonToken.VALUE_NUMBER_INT, "a whole number");
    try {
      long value = Long.parseLong(json.getText());
      if (value >= low && value <= high) {
        return value;
      }
    } catch (NumberFormatException e) {
      // more digits than a long has: out of range as well
    }
    throw refusal(ModelRule.RANGE, "a whole number from %d to %d".formatted(low, high), found());
  }

  /** Returns one length of a shape. */
  int dimension() throws IOException {
    budget.addNumber();
    requireMemory();
    return (int) integer(1, Integer.MAX_VALUE);
  }

  /** Returns the finite number at hand. */
  double number() throws IOException {
    requireNumber();
    double value = Double.parseDouble(json.getText());
    requireRepresentable(Double.isFinite(value), value == 0, "double");
    return value;
  }

  /** Returns the finite number at hand, which keeps a rule. */
  double number(NumberRule rule) throws IOException {
    double value = number();
    requireRule(value, rule);
    return value;
  }

  /** Returns the finite number at hand, which keeps a rule, or NaN for null. */
  double numberOrNull(NumberRule rule) throws IOException {
    double value = numberOrNull();
    if (!Double.isNaN(value)) {
      requireRule(value, rule);
    }
    return value;
  }

  /** Returns the finite number at hand, or NaN for null. */
  double numberOrNull() throws IOException {
    return json.currentToken() == JsonToken.VALUE_NULL ? Double.NaN : number();
  }

  /** Returns the finite number at hand, rounded to a float once. */
  float floatNumber() throws IOException {
    requireNumber();
    float value = Float.parseFloat(json.getText());
    requireRepresentable(Float.isFinite(value), value == 0, "float");
    return value;
  }

  /** Returns the value at hand: an Integer, a finite Double, a Boolean or a String. */
  Object scalar() throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> text();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> (int) integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case VALUE_NUMBER_FLOAT -> number();
      default -> throw refusal(ModelRule.TYPE, "a number, a text, true or false", found());
    };
  }

  /** Requires that the document ends here. */
  void end() throws IOException {
    if (json.nextToken() != null) {
      throw refusal(ModelRule.JSON, "the end of the file after the model", found());
    }
  }

  /** Returns an error about the value at hand. */
  ModelFormatException refusal(ModelRule rule, String expected, String found) {
    return refusal(rule, expected, found, "");
  }

  /** Returns an error about the value at hand, with what may help. */
  ModelFormatException refusal(ModelRule rule, String expected, String found, String hint) {
    return new ModelFormatException(rule, place(), expected, found, hint);
  }

  /** Returns the place at hand. */
  JsonPlace place() {
    return place(json.currentTokenLocation());
  }

  /** Returns the place where the parser stopped. */
  JsonPlace place(JsonLocation stopped) {
    return JsonPlace.of(json.getParsingContext(), stopped);
  }

  /** Returns the place that the parser has come to. */
  JsonPlace reached() {
    return place(json.currentLocation());
  }

  /** Goes to the next token of the object or array at hand, in which the parser lets none end. */
  JsonToken next() throws IOException {
    return json.nextToken();
  }

  /** Returns the name of the field at hand. */
  String fieldName() throws IOException {
    String name = json.currentName();
    requireWholeCharacters(name);
    return name;
  }

  /** Returns the free name of the field at hand, the same object for the same name. */
  String freeName() throws IOException {
    String name = budget.addName(fieldName());
    requireMemory();
    return name;
  }

  private void require(JsonToken token, String name) throws IOException {
    if (json.currentToken() != token) {
      throw refusal(ModelRule.TYPE, name, found());
    }
  }

  private void requireNumber() throws IOException {
    JsonToken token = json.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      throw refusal(ModelRule.TYPE, "a number", found());
    }
  }

  private void requireRepresentable(boolean finite, boolean zero, String type) throws IOException {
    if (!finite) {
      throw refusal(ModelRule.NUMBER, "a finite " + type, found());
    }
    if (zero && !isWrittenZero(json.getText())) {
      throw refusal(ModelRule.NUMBER, "a number that is not too small for a " + type, found());
    }
  }

  private void requireRule(double value, NumberRule rule) throws IOException {
    if (!rule.allows(value)) {
      throw refusal(ModelRule.RANGE, "a number " + rule.range(), found());
    }
  }

  private void requireMemory() throws ModelFormatException {
    if (budget.isExceeded()) {
      throw refusal(
          ModelRule.JSON,
          "descriptions and a history of at most %d bytes of memory".formatted(budget.limit()),
          "more");
    }
  }

  /** Returns whether all digits before the exponent are 0. */
  private static boolean isWrittenZero(String number) {
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c == 'e' || c == 'E') {
        return true;
      }
      if (c >= '1') {
        return false;
      }
    }
    return true;
  }

  private void requireWholeCharacters(String text) throws ModelFormatException {
    int half = HalfCharacter.indexIn(text);
    if (half >= 0) {
      throw refusal(
          ModelRule.UTF_8,
          "a text of whole characters",
          "half of one (\\u%04x) at %d".formatted((int) text.charAt(half), half));
    }
  }

  private String found() throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "the text \"" + Excerpt.of(json.getText()) + "\"";
      default -> Excerpt.of(json.getText());
    };
  }
}

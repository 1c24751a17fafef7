package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
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
          .build();

  private final JsonParser json;

  /** Starts at the first token. */
  TokenReader(Reader text) throws IOException {
    json = JSON.createParser(text);
    json.nextToken();
  }

  /** Opens the object at hand, which has all of these fields. */
  ObjectFields object(String... required) throws IOException {
    return new ObjectFields(this, List.of(required), List.of());
  }

  /** Opens the object at hand, which has all of the first and maybe some of the second fields. */
  ObjectFields object(List<String> required, List<String> optional) throws IOException {
    return new ObjectFields(this, required, optional);
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
    return text(ModelLimits.TEXT);
  }

  /** Returns the text at hand, of at most this many characters. */
  String text(int limit) throws IOException {
    require(JsonToken.VALUE_STRING, "a text");
    String text = json.getText();
    if (text.length() > limit) {
      throw problem(
          "a text of %d characters; at most %d are allowed".formatted(text.length(), limit));
    }
    requirePairedSurrogates(text);
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
    throw problem("%s is not from %d to %d".formatted(excerpt(), low, high));
  }

  /** Returns the finite number at hand. */
  double number() throws IOException {
    requireNumber();
    double value = Double.parseDouble(json.getText());
    requireRepresentable(Double.isFinite(value), value == 0, "double");
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
      default -> throw expected("a number, a text, true or false");
    };
  }

  /** Requires that the document ends here. */
  void end() throws IOException {
    if (json.nextToken() != null) {
      throw new ModelFormatException("", "there is " + found() + " after the end of the model");
    }
  }

  /** Returns an error at the place at hand. */
  ModelFormatException problem(String problem) {
    return new ModelFormatException(pointer(), problem);
  }

  /** Returns the place at hand as a JSON pointer. */
  String pointer() {
    return json.getParsingContext().pathAsPointer().toString();
  }

  /** Goes to the next token, which must be there. */
  JsonToken next() throws IOException {
    JsonToken token = json.nextToken();
    if (token == null) {
      throw problem("the file ends too early");
    }
    return token;
  }

  /** Returns the name of the field at hand. */
  String fieldName() throws IOException {
    String name = json.currentName();
    requirePairedSurrogates(name);
    return name;
  }

  void require(JsonToken token, String name) throws IOException {
    if (json.currentToken() != token) {
      throw expected(name);
    }
  }

  private void requireNumber() throws IOException {
    JsonToken token = json.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      throw expected("a number");
    }
  }

  private void requireRepresentable(boolean finite, boolean zero, String type) throws IOException {
    if (!finite) {
      throw problem("%s is not a finite %s".formatted(excerpt(), type));
    }
    if (zero && !isWrittenZero(json.getText())) {
      throw problem("%s is too small for a %s".formatted(excerpt(), type));
    }
  }

  /** Returns whether all digits before the exponent are 0. */
  private static boolean isWrittenZero(String number) {
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c == 'e' || c == 'E') {
        return true;
      }
      if (c >= '1' && c <= '9') {
        return false;
      }
    }
    return true;
  }

  private void requirePairedSurrogates(String text) throws ModelFormatException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw problem("the text has half a character (\\u%04x) at %d".formatted((int) c, i));
      }
    }
  }

  private ModelFormatException expected(String name) throws IOException {
    return problem("expected " + name + ", found " + found());
  }

  private String found() throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "the text \"" + excerpt() + "\"";
      default -> excerpt();
    };
  }

  /** Returns what is written at hand, cut to 40 characters. */
  private String excerpt() throws IOException {
    String text = json.getText();
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}

package dev.annette.processor.bad;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source with mistakes, and below each wrong line what the compiler has to say about it:
 *
 * <pre>{@code
 * @Dense(units = 8) @Dropout(1.5) Layer hidden;
 * //                         ^ error: [annette/out-of-range] @Dropout(1.5) on hidden: a dropout
 * //     rate is the share of units left out in each training step, so it must be at least 0 …
 * }</pre>
 *
 * <p>The caret stands under the column; {@code //<} is the first one, {@code //<<} the second.
 *
 * @param file the name of the file
 * @param text all of it
 * @param expected what the compiler has to say, in the order of the lines
 */
record BadSource(String file, String text, List<Message> expected) {
  private static final Pattern START = Pattern.compile("(\\s*//)( *\\^|<+) (error|warning):(.*)");
  private static final Pattern MORE = Pattern.compile("\\s*// {5}(\\S.*)");

  private static final int WIDTH = 100;

  /**
   * One error or warning.
   *
   * @param line from 1
   * @param column from 1
   * @param kind {@code error} or {@code warning}
   */
  record Message(long line, long column, String kind, String text) {
    @Override
    public String toString() {
      return line + ":" + column + " " + kind + ": " + text;
    }
  }

  /** Reads the messages that a source expects. */
  static BadSource of(String file, String text) {
    List<Message> expected = new ArrayList<>();
    int code = 0;
    boolean isMessage = false;
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher start = START.matcher(lines.get(i));
      Matcher more = MORE.matcher(lines.get(i));
      if (start.matches()) {
        int column = start.group(2).startsWith("<") ? start.group(2).length() : start.end(2);
        expected.add(new Message(code, column, start.group(3), start.group(4).strip()));
        isMessage = true;
      } else if (isMessage && more.matches()) {
        Message first = expected.remove(expected.size() - 1);
        String joined = (first.text() + " " + more.group(1)).strip();
        expected.add(new Message(first.line(), first.column(), first.kind(), joined));
      } else {
        code = i + 1;
        isMessage = false;
      }
    }
    return new BadSource(file, text, expected);
  }

  /** Returns the source with these messages in place of those it expects. */
  String expecting(List<Message> messages) {
    StringBuilder result = new StringBuilder();
    List<String> lines = text.lines().toList();
    boolean isMessage = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      isMessage = START.matcher(line).matches() || isMessage && MORE.matcher(line).matches();
      if (!isMessage) {
        result.append(line).append('\n');
        for (Message message : messages) {
          // the comments of a message move the lines below it
          if (message.line() == i + 1) {
            result.append(comment(message));
          }
        }
      }
    }
    return result.toString();
  }

  private static String comment(Message message) {
    int column = (int) message.column();
    String indent = column > 4 ? "  " : "";
    String marker =
        column < 3 ? "<".repeat(column) : " ".repeat(column - indent.length() - 3) + "^";
    StringBuilder comment = new StringBuilder(indent + "//" + marker);
    comment.append(' ').append(message.kind()).append(':');
    int width = comment.length();
    for (String word : message.text().split(" ")) {
      if (width + 1 + word.length() > WIDTH) {
        comment.append('\n').append(indent).append("//     ").append(word);
        width = indent.length() + 7 + word.length();
      } else {
        comment.append(' ').append(word);
        width += 1 + word.length();
      }
    }
    return comment.append('\n').toString();
  }
}

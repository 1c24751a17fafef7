package dev.annette.runtime.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names beside a chart, each at the height of what it names, moved apart where they would meet. */
final class Labels {
  /** The most characters of a name. */
  static final int LONGEST = 14;

  private static final double LINE = 13.5; // from one name to the next

  /**
   * A name and where it wants to be.
   *
   * @param color which of the colours of the style sheet, from 1
   */
  record Label(String name, int color, double y) {}

  private Labels() {}

  /** Returns the characters that names take. */
  static int room(List<String> names) {
    return names.stream().mapToInt(name -> Math.min(LONGEST, name.length())).max().orElse(0);
  }

  /** Writes the names between two heights. */
  static void write(Markup out, List<Label> labels, double x, double top, double bottom) {
    List<Label> sorted = new ArrayList<>(labels);
    sorted.sort(Comparator.comparingDouble(Label::y));
    double[] places = places(sorted.stream().mapToDouble(Label::y).toArray(), top, bottom);
    for (int i = 0; i < places.length; i++) {
      Label label = sorted.get(i);
      Plot.text(out, "name t" + label.color(), x, places[i] + 4, shortened(label.name()));
    }
  }

  /** Returns rising heights at least a line apart, as near to those wanted as one pass comes. */
  static double[] places(double[] wanted, double top, double bottom) {
    double[] places = wanted.clone();
    double lowest = top;
    for (int i = 0; i < places.length; i++) {
      places[i] = Math.max(places[i], lowest);
      lowest = places[i] + LINE;
    }
    double room = bottom;
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], room);
      room = places[i] - LINE;
    }
    return places;
  }

  static String shortened(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "\u2026";
  }
}

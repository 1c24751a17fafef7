package dev.annette.runtime.data.csv;

import dev.annette.rule.NearestName;
import dev.annette.runtime.data.RowFormatException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which cell of a line is what.
 *
 * @param names all columns of the file
 * @param features the places of the features
 * @param targets the places of the numbers to predict; empty if rows have a label
 * @param label the place of the label; −1 if rows have numbers to predict
 */
record CsvColumns(List<String> names, int[] features, int[] targets, int label) {

  /** Finds the columns that were asked for among those of the file. */
  static CsvColumns of(Csv csv, List<String> names) throws RowFormatException {
    for (int i = 0; i < names.size(); i++) {
      if (names.indexOf(names.get(i)) < i) {
        throw new RowFormatException(
            "%s, line 1: two columns are named \"%s\"".formatted(csv.source(), names.get(i)));
      }
    }
    List<String> used = new ArrayList<>(csv.targets());
    if (csv.label() != null) {
      used.add(csv.label());
    }
    List<String> features = csv.columns();
    if (features.isEmpty()) {
      features = names.stream().filter(name -> !used.contains(name)).toList();
    }
    int label = csv.label() == null ? -1 : places(csv, names, List.of(csv.label()))[0];
    return new CsvColumns(
        names, places(csv, names, features), places(csv, names, csv.targets()), label);
  }

  private static int[] places(Csv csv, List<String> names, List<String> wanted)
      throws RowFormatException {
    int[] places = new int[wanted.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = names.indexOf(wanted.get(i));
      if (places[i] < 0) {
        throw new RowFormatException(
            "%s: no column is named \"%s\".%s Columns here: %s"
                .formatted(
                    csv.source(),
                    wanted.get(i),
                    NearestName.question(wanted.get(i), names),
                    String.join(", ", names)));
      }
    }
    return places;
  }

  List<String> featureNames() {
    List<String> chosen = new ArrayList<>();
    for (int place : features) {
      chosen.add(names.get(place));
    }
    return chosen;
  }
}

package dev.annette.runtime.json;

import dev.annette.rule.NumberRule;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.PenaltyRecord;
import dev.annette.runtime.model.Provenance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads where a saved model came from. */
final class ProvenanceReader {
  private final TokenReader reader;

  ProvenanceReader(TokenReader reader) {
    this.reader = reader;
  }

  Provenance read() throws IOException {
    long seed = 0;
    long steps = 0;
    int epochs = 0;
    double examples = 0;
    String optimizer = "";
    SortedMap<String, String> options = new TreeMap<>();
    List<PenaltyRecord> penalties = List.of();
    List<EpochRecord> history = List.of();
    ObjectFields fields =
        reader.object(
            "seed", "steps", "epochs", "examples", "optimizer", "options", "penalties", "history");
    for (String field = fields.next(); field != null; field = fields.next()) {
      switch (field) {
        case "seed" -> seed = reader.integer(Long.MIN_VALUE, Long.MAX_VALUE);
        case "steps" -> steps = reader.integer(0, Long.MAX_VALUE);
        case "epochs" -> epochs = (int) reader.integer(0, Integer.MAX_VALUE);
        case "examples" -> examples = reader.number();
        case "optimizer" -> optimizer = reader.text();
        case "options" -> options = texts();
        case "penalties" -> penalties = penalties();
        default -> history = history();
      }
    }
    return new Provenance(seed, steps, epochs, examples, optimizer, options, penalties, history);
  }

  private List<PenaltyRecord> penalties() throws IOException {
    List<PenaltyRecord> penalties = new ArrayList<>();
    reader.array();
    while (reader.nextElement()) {
      penalties.add(penalty());
    }
    return penalties;
  }

  private PenaltyRecord penalty() throws IOException {
    String parameter = "";
    String kind = "";
    double lambda = 0;
    String scaling = "";
    double effective = 0;
    ObjectFields fields = reader.object("parameter", "kind", "lambda", "scaling", "effective");
    for (String field = fields.next(); field != null; field = fields.next()) {
      switch (field) {
        case "parameter" -> parameter = reader.text();
        case "kind" -> kind = reader.text();
        case "lambda" -> lambda = reader.numberOrNull(NumberRule.PENALTY);
        case "scaling" -> scaling = reader.text();
        default -> effective = reader.numberOrNull();
      }
    }
    return new PenaltyRecord(parameter, kind, lambda, scaling, effective);
  }

  private List<EpochRecord> history() throws IOException {
    List<EpochRecord> history = new ArrayList<>();
    reader.array();
    while (reader.nextElement()) {
      history.add(epoch());
    }
    return history;
  }

  private EpochRecord epoch() throws IOException {
    int epoch = 0;
    double dataLoss = 0;
    SortedMap<String, Double> penalties = new TreeMap<>();
    double validationLoss = 0;
    SortedMap<String, Double> metrics = new TreeMap<>();
    ObjectFields fields =
        reader.object("epoch", "dataLoss", "penalties", "validationLoss", "metrics");
    for (String field = fields.next(); field != null; field = fields.next()) {
      switch (field) {
        case "epoch" -> epoch = (int) reader.integer(0, Integer.MAX_VALUE);
        case "dataLoss" -> dataLoss = reader.numberOrNull();
        case "penalties" -> penalties = numbers();
        case "validationLoss" -> validationLoss = reader.numberOrNull();
        default -> metrics = numbers();
      }
    }
    return new EpochRecord(epoch, dataLoss, penalties, validationLoss, metrics);
  }

  private SortedMap<String, String> texts() throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    NamedValues values = reader.names();
    for (String name = values.next(); name != null; name = values.next()) {
      texts.put(name, reader.text());
    }
    return texts;
  }

  private SortedMap<String, Double> numbers() throws IOException {
    SortedMap<String, Double> numbers = new TreeMap<>();
    NamedValues values = reader.names();
    for (String name = values.next(); name != null; name = values.next()) {
      numbers.put(name, reader.numberOrNull());
    }
    return numbers;
  }
}

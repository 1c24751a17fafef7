package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.PenaltyRecord;
import dev.annette.runtime.model.Provenance;
import java.io.IOException;
import java.util.Map;

/** Writes where a model came from. A measurement that is not finite is written as null. */
final class ProvenanceWriter {
  private final JsonGenerator json;

  ProvenanceWriter(JsonGenerator json) {
    this.json = json;
  }

  void write(Provenance provenance) throws IOException {
    json.writeStartObject();
    json.writeNumberField("seed", provenance.seed());
    json.writeNumberField("steps", provenance.steps());
    json.writeNumberField("epochs", provenance.epochs());
    writeNumber("examples", provenance.examples());
    BoundedTexts.field(json, "optimizer", provenance.optimizer());
    json.writeObjectFieldStart("options");
    for (Map.Entry<String, String> option : provenance.options().entrySet()) {
      BoundedTexts.name(json, option.getKey());
      BoundedTexts.text(json, option.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("penalties");
    for (PenaltyRecord penalty : provenance.penalties()) {
      writePenalty(penalty);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("history");
    for (EpochRecord epoch : provenance.history()) {
      writeEpoch(epoch);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writePenalty(PenaltyRecord penalty) throws IOException {
    json.writeStartObject();
    BoundedTexts.field(json, "parameter", penalty.parameter());
    BoundedTexts.field(json, "kind", penalty.kind());
    writeNumber("lambda", penalty.lambda());
    BoundedTexts.field(json, "scaling", penalty.scaling());
    writeNumber("effective", penalty.effective());
    json.writeEndObject();
  }

  private void writeEpoch(EpochRecord epoch) throws IOException {
    json.writeStartObject();
    json.writeNumberField("epoch", epoch.epoch());
    writeNumber("dataLoss", epoch.dataLoss());
    writeNumbers("penalties", epoch.penalties());
    writeNumber("validationLoss", epoch.validationLoss());
    writeNumbers("metrics", epoch.metrics());
    json.writeEndObject();
  }

  private void writeNumbers(String field, Map<String, Double> numbers) throws IOException {
    json.writeObjectFieldStart(field);
    for (Map.Entry<String, Double> number : numbers.entrySet()) {
      BoundedTexts.name(json, number.getKey());
      writeNumber(number.getValue());
    }
    json.writeEndObject();
  }

  private void writeNumber(String field, double value) throws IOException {
    json.writeFieldName(field);
    writeNumber(value);
  }

  private void writeNumber(double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumber(ShortestDecimal.of(value));
    } else {
      json.writeNull();
    }
  }
}

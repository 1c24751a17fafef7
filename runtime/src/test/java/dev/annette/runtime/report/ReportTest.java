package dev.annette.runtime.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.ClassMeasures;
import dev.annette.runtime.metric.ConfusionMatrix;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.EarlyStopping;
import dev.annette.runtime.train.HiddenTrainer;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.StepDecay;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportTest {
  private static final List<String> SECTIONS =
      List.of(
          "Diagnosis",
          "Evaluation",
          "Learning",
          "Predicted and actual",
          "Weights",
          "Network",
          "Remarks",
          "Epochs");

  @TempDir Path folder;

  private final HiddenTrainer trainer = HiddenTrainer.create(1);
  private final Dataset rows = rows(200);

  private History trained(int epochs) {
    return trainer.fit(
        rows,
        Training.epochs(epochs)
            .optimizer(Sgd.of(0.01))
            .validationSplit(0.2)
            .earlyStopping(EarlyStopping.defaults()));
  }

  private static Dataset rows(int count) {
    Random random = new Random(3);
    float[] features = new float[count * HiddenTrainer.INPUT_SIZE];
    float[] targets = new float[count * HiddenTrainer.OUTPUT_UNITS];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < targets.length; i++) {
      targets[i] = features[i / HiddenTrainer.OUTPUT_UNITS * HiddenTrainer.INPUT_SIZE] + i % 3;
    }
    return Dataset.ofValues(features, count, targets);
  }

  @Test
  void the_file_is_xml_that_refers_to_nothing_outside() throws Exception {
    History history = trained(8);
    NetworkModel model = trainer.model();
    String html =
        Report.of(model, history).evaluation(Evaluation.of(model, rows)).rows(rows).html();
    Document page = parsed(html);
    List<String> sections = new ArrayList<>();
    for (int i = 0; i < page.getElementsByTagName("h2").getLength(); i++) {
      sections.add(page.getElementsByTagName("h2").item(i).getTextContent());
    }
    assertEquals(SECTIONS, sections);
    String links = html.replaceAll("xmlns=\"http://www.w3.org/[a-z0-9/]+\"", "");
    for (String outside : List.of("http", "src=", "href=", "url(", "@import", "<script")) {
      assertFalse(links.contains(outside), outside);
    }
  }

  @Test
  void the_same_run_gives_the_same_bytes_and_the_file_is_replaced() throws IOException {
    History history = trained(3);
    Path file = folder.resolve("report.html");
    Files.writeString(file, "old");
    Report.of(trainer.model(), history).write(file);
    String first = Files.readString(file);
    HiddenTrainer again = HiddenTrainer.create(1);
    History other =
        again.fit(
            rows,
            Training.epochs(3)
                .optimizer(Sgd.of(0.01))
                .validationSplit(0.2)
                .earlyStopping(EarlyStopping.defaults()));
    assertEquals(first, Report.of(again.model(), other).html());
    assertEquals(List.of(file), Files.list(folder).toList());
  }

  @Test
  void the_numbers_are_those_of_the_history() {
    History history = trained(8);
    String html = Report.of(trainer.model(), history).html();
    for (EpochRecord epoch : history.epochs()) {
      for (String shown :
          List.of(
              dot("training", epoch, epoch.dataLoss()),
              dot("validation", epoch, epoch.validationLoss()),
              line(epoch))) {
        assertTrue(html.contains(shown), shown);
      }
    }
    assertTrue(html.contains("best, epoch " + history.best().epoch()), html);
    history.remarks().forEach(remark -> assertTrue(html.contains(escaped(remark.text()))));
    history
        .diagnose()
        .findings()
        .forEach(finding -> assertTrue(html.contains(escaped(finding.remedy()))));
  }

  private static String dot(String name, EpochRecord epoch, double value) {
    return "<title>%s, epoch %d: %s</title>".formatted(name, epoch.epoch(), Figures.of(value));
  }

  /** Returns the line of the table behind the curves. */
  private static String line(EpochRecord epoch) {
    StringBuilder line = new StringBuilder("scope=\"row\">" + epoch.epoch() + "</th>");
    List<Double> numbers = new ArrayList<>(List.of(epoch.dataLoss()));
    numbers.addAll(epoch.penalties().values());
    numbers.add(epoch.validationLoss());
    numbers.addAll(epoch.metrics().values());
    numbers.forEach(number -> line.append("<td>").append(Figures.of(number)).append("</td>"));
    return line.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Test
  void what_there_is_nothing_to_say_about_is_left_out() throws Exception {
    String html = Report.of(trainer.model()).html();
    parsed(html);
    assertEquals(2, Pattern.compile("<h2>").matcher(html).results().count(), html);
  }

  @Test
  void names_are_text_whatever_they_are() throws Exception {
    String hostile = "</td><script>alert(\"1\")</script>&\u0007\ud800";
    ConfusionMatrix matrix = new ConfusionMatrix(List.of(hostile, "b"));
    Markup out = new Markup().open("div");
    new ConfusionFigure(measures(matrix)).write(out);
    String text = out.close("div").toString();
    assertFalse(text.contains("<script"), text);
    Document page = parsed(text);
    String kept = hostile.replaceAll("[\u0007\ud800]", "\uFFFD");
    assertEquals(kept, page.getElementsByTagName("th").item(0).getTextContent());
  }

  @Test
  void a_hundred_classes_are_a_map_and_the_pairs_that_are_confused_most() throws Exception {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      names.add("class " + i);
    }
    Markup out = new Markup().open("div");
    ConfusionMatrix matrix = new ConfusionMatrix(names);
    Dataset labelled = Dataset.ofClasses(new float[100], 100, labels());
    for (int row = 0; row < 100; row++) {
      float[] logits = new float[100];
      logits[row < 60 ? 7 : row] = 1;
      matrix.add(labelled, row, logits, 0);
    }
    new ConfusionFigure(measures(matrix)).write(out);
    Document page = parsed(out.close("div").toString());
    assertEquals(1, page.getElementsByTagName("svg").getLength());
    Element worst = (Element) page.getElementsByTagName("table").item(0);
    assertEquals(20, worst.getElementsByTagName("tr").getLength() - 1);
    Element each = (Element) page.getElementsByTagName("table").item(1);
    assertEquals(102, each.getElementsByTagName("tr").getLength() - 1);
  }

  @Test
  void every_penalty_is_a_layer_of_its_own_or_many_are_summed() {
    SortedMap<String, Double> penalties = new TreeMap<>();
    for (int i = 0; i < 9; i++) {
      penalties.put("layer" + i + ".weights.l1", (double) i);
      penalties.put("layer" + i + ".weights.l2", 10.0 * i);
    }
    List<Series> few = PenaltyLedger.of(List.of(record(penalties.headMap("layer3"))));
    assertEquals("layer0.l1", few.get(0).name());
    assertEquals(6, few.size());
    List<Series> many = PenaltyLedger.of(List.of(record(penalties)));
    assertEquals(
        List.of("layer8", "layer7", "layer6", "layer5", "layer4", "others"),
        many.stream().map(Series::name).toList());
    double sum = many.stream().mapToDouble(one -> one.last().y()).sum();
    assertEquals(record(penalties).penalty(), sum, 1e-9);
    assertTrue(PenaltyLedger.of(List.of(record(new TreeMap<>()))).isEmpty());
  }

  private static EpochRecord record(SortedMap<String, Double> penalties) {
    return new EpochRecord(1, 1, penalties, Double.NaN, new TreeMap<>());
  }

  @Test
  void the_learning_rate_is_that_of_the_first_update_of_each_epoch() {
    LearningRates rates = new LearningRates();
    History history =
        trainer.fit(
            rows,
            Training.epochs(4)
                .optimizer(Sgd.of(0.01))
                .learningRate(StepDecay.every(2, 0.5))
                .callback(rates));
    assertEquals(Map.of(1, 0.01, 2, 0.01, 3, 0.005, 4, 0.005), rates.byEpoch());
    String html = Report.of(trainer.model(), history).learningRates(rates).html();
    assertTrue(html.contains("<title>learning rate, epoch 3: 0.005000</title>"), html);
  }

  private static ClassMeasures measures(ConfusionMatrix matrix) {
    return new ClassMeasures(matrix, List.of(), Optional.empty());
  }

  private static int[] labels() {
    int[] labels = new int[100];
    for (int i = 0; i < 100; i++) {
      labels[i] = i;
    }
    return labels;
  }

  private static Document parsed(String html)
      throws ParserConfigurationException, SAXException, IOException {
    String xml = html.replaceFirst("<!DOCTYPE html>", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml.strip())));
  }
}

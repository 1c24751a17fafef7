package dev.annette.examples.cli;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.diagnosis.Diagnosis;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.report.Report;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.EarlyStopping;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A run on a table, told on the terminal; its model and its report are saved. */
final class TableTraining {
  private final RunOptions options;
  private final PrintWriter out;

  TableTraining(RunOptions options, PrintWriter out) {
    this.options = options;
    this.out = out;
  }

  /** Trains on most lines of a table and measures on the rest. */
  <R> void train(Program<R> program, Table table, Project project) throws IOException {
    List<R> rows = TableRows.labelled(table, program.rows());
    Dataset data = program.dataset(rows);
    Dataset.Split split =
        data.hasClasses()
            ? data.stratifiedSplit(options.test(), options.seed())
            : data.split(options.test(), options.seed());
    NetworkTrainer<?> trainer = program.trainer(options.seed());
    History history = trainer.fit(split.train(), training());
    out.println(trainer.summary());
    NetworkModel model = trainer.model();
    out.printf(
        Locale.ROOT,
        "Trained %d epochs on %d lines, a fifth of them to validate; the best was epoch %d.%n",
        history.epochs().size(),
        split.train().rows(),
        history.best().epoch());
    Diagnosis doctor = history.diagnose();
    out.println(doctor.healthy() ? "The doctor found nothing." : "The doctor says:\n" + doctor);
    out.printf("%nOn %d lines kept apart:%n", split.validation().rows());
    Evaluation unseen = Evaluation.of(model, split.validation());
    out.println(unseen);
    model.save(project.model());
    Report.of(model, history).evaluation(unseen).write(project.report());
    out.printf("Saved %s, and %s to look at.%n", project.model(), project.report());
  }

  private Training training() {
    return Training.epochs(options.epochs())
        .progress(out)
        .optimizer(Adam.of(0.003))
        .validationSplit(0.2)
        .earlyStopping(EarlyStopping.defaults().withPatience(30));
  }
}

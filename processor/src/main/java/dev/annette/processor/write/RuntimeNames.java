package dev.annette.processor.write;

import com.palantir.javapoet.ClassName;

/** The types of the runtime that generated code names; the processor never loads them. */
final class RuntimeNames {
  static final ClassName ANNETTE = ClassName.get("dev.annette.runtime", "Annette");
  static final ClassName SCRATCH = kernel("Scratch");
  static final ClassName WEIGHT_MATRIX = kernel("WeightMatrix");
  static final ClassName BATCH = ClassName.get("dev.annette.runtime.data", "Batch");
  static final ClassName COUNTER_RANDOM = random("CounterRandom");
  static final ClassName PURPOSE = random("Purpose");
  static final ClassName MODEL_FILE = ClassName.get("dev.annette.runtime.json", "ModelFile");
  static final ClassName NETWORK_DESCRIPTION = model("NetworkDescription");
  static final ClassName DESCRIPTION_BUILDER = model("NetworkDescriptionBuilder");
  static final ClassName MODEL_CONTENT = model("ModelContent");
  static final ClassName NETWORK_MODEL = model("NetworkModel");
  static final ClassName PREDICTOR = model("Predictor");
  static final ClassName PROVENANCE = model("Provenance");
  static final ClassName MODEL_SUMMARY = model("ModelSummary");
  static final ClassName INPUTS = model("Inputs");
  static final ClassName ROW_ARRAY = model("RowArray");
  static final ClassName DECISION = model("Decision");
  static final ClassName SAMPLER = ClassName.get("dev.annette.runtime.uncertainty", "Sampler");
  static final ClassName DATASET = ClassName.get("dev.annette.runtime.data", "Dataset");
  static final ClassName ROW_TYPE = rows("RowType");
  static final ClassName READABLE_ROWS = rows("ReadableRows");
  static final ClassName CELLS = rows("Cells");
  static final ClassName ROW_DATASETS = rows("RowDatasets");
  static final ClassName ROW_STREAMS = rows("RowStreams");
  static final ClassName FEATURE_NAMES = rows("FeatureNames");
  static final ClassName COLUMN_MEASURES = rows("ColumnMeasures");
  static final ClassName NUMBERS = rows("Numbers");
  static final ClassName ONE_HOT = rows("OneHot");
  static final ClassName MISSING = rows("Missing");
  static final ClassName EVALUATION = ClassName.get("dev.annette.runtime.metric", "Evaluation");
  static final ClassName MONTE_CARLO_PREDICTION =
      ClassName.get("dev.annette.runtime.uncertainty", "MonteCarloPrediction");
  static final ClassName TRAINING = train("Training");
  static final ClassName HISTORY = train("History");
  static final ClassName NETWORK_TRAINER = train("NetworkTrainer");
  static final ClassName TRAINING_STATE = train("TrainingState");
  static final ClassName LEARNED_PARAMETER = train("LearnedParameter");
  static final ClassName FITTED_STATISTICS = train("FittedStatistics");
  static final ClassName COLUMN_STATISTICS = train("ColumnStatistics");
  static final ClassName LABEL_STATISTICS = train("LabelStatistics");
  static final ClassName ACTIVITY_PENALTY = train("ActivityPenalty");
  static final ClassName TRAINER_SUMMARY = train("TrainerSummary");
  static final ClassName HYPERPARAMETER = train("Hyperparameter");
  static final ClassName ROW_PHASE = train("RowPhase");
  static final ClassName COLUMN_PHASE = train("ColumnPhase");
  static final ClassName RUNNING_STATISTIC = train("RunningStatistic");
  static final ClassName UPDATE_PHASE = train("UpdatePhase");
  static final ClassName VALUE_VISITOR = train("ValueVisitor");

  /** The version of the contract between generated code and the runtime. */
  static final int GENERATED_VERSION = 1;

  private RuntimeNames() {}

  /** Returns the class that fills a parameter by the distribution of a name: {@code HeNormal}. */
  static ClassName init(String simpleName) {
    return ClassName.get("dev.annette.runtime.init", simpleName);
  }

  /** Returns a class that encodes or measures columns: {@code OneHot}. */
  static ClassName rows(String simpleName) {
    return ClassName.get("dev.annette.runtime.rows", simpleName);
  }

  private static ClassName kernel(String simpleName) {
    return ClassName.get("dev.annette.runtime.kernel", simpleName);
  }

  private static ClassName random(String simpleName) {
    return ClassName.get("dev.annette.runtime.random", simpleName);
  }

  private static ClassName model(String simpleName) {
    return ClassName.get("dev.annette.runtime.model", simpleName);
  }

  private static ClassName train(String simpleName) {
    return ClassName.get("dev.annette.runtime.train", simpleName);
  }
}

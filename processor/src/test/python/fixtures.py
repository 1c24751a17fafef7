"""Computes every fixture file, or those named on the command line."""

import sys

import activation_cases
import breast_cancer_cases
import connection_cases
import diabetes_cases
import embedding_cases
import fixture_file
import label_cases
import normalisation_cases
import optimizer_cases
import penalty_cases
import row_cases
import sklearn_cases
import sparsity_cases
import trajectory_cases
import training_cases

FILES = {
    "activations.json": activation_cases,
    "normalisation.json": normalisation_cases,
    "optimizers.json": optimizer_cases,
    "sklearn.json": sklearn_cases,
    "diabetes.json": diabetes_cases,
    "breast-cancer.json": breast_cancer_cases,
    "penalties.json": penalty_cases,
    "sparsity.json": sparsity_cases,
    "drop-connect.json": connection_cases,
    "rows.json": row_cases,
    "embedding.json": embedding_cases,
    "training.json": training_cases,
    "labels.json": label_cases,
    "trajectories.json": trajectory_cases,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or FILES:
        fixture_file.write(name, FILES[name].ABOUT, list(FILES[name].cases()))
        print(name)

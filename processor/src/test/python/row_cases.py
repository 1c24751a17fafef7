"""Columns of typed rows: what scikit-learn's transformers make of a table, fitted on its first rows."""

from calendar import isleap, monthrange
from datetime import date, datetime, timedelta

import numpy
from sklearn.impute import MissingIndicator, SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import (
    FunctionTransformer,
    KBinsDiscretizer,
    MinMaxScaler,
    OneHotEncoder,
    StandardScaler,
)

from lcg import Lcg

ABOUT = (
    "A table, rows of which are objects with null where a value is missing. features are the columns "
    "of scikit-learn's transformers, fitted on the first train rows and applied to all, in the order "
    "of the table's columns; a column with missing values is followed by its MissingIndicator."
)
ROWS, TRAIN = 40, 28
KINDS = ["LOW", "MIDDLE", "HIGH"]
PORTS = ["S", "C", "Q"]


def cases():
    table = drawn()
    train = {name: values[:TRAIN] for name, values in table.items()}
    blocks = [
        fitted(StandardScaler(), "plain", table, train),
        fitted(MinMaxScaler((-1, 3)), "bounded", table, train),
        fitted(
            make_pipeline(FunctionTransformer(numpy.log1p), StandardScaler()), "size", table, train
        ),
        fitted(make_pipeline(SimpleImputer(strategy="mean"), StandardScaler()), "mean", table, train),
        indicator("mean", table),
        fitted(SimpleImputer(strategy="median"), "median", table, train),
        indicator("median", table),
        fitted(
            make_pipeline(SimpleImputer(strategy="constant", fill_value=2.5), MinMaxScaler()),
            "constant",
            table,
            train,
        ),
        indicator("constant", table),
        ranges(table["age"]),
        fitted(
            OneHotEncoder(categories=[KINDS], sparse_output=False), "kind", table, train
        ),
        fitted(
            OneHotEncoder(categories=[PORTS], sparse_output=False, handle_unknown="ignore"),
            "port",
            table,
            train,
        ),
        indicator("port", table),
        fitted(StandardScaler(), "still", table, train),
        fitted(cycles(weekday, day_of_month, month, day_of_year), "day", table, train),
        fitted(cycles(hour, month), "moment", table, train),
    ]
    features = numpy.concatenate(blocks, axis=1)
    yield {
        "name": "every kind of column",
        "train": TRAIN,
        "rows": [{name: cell(values[i, 0]) for name, values in table.items()} for i in range(ROWS)],
        "features": [[float(x) for x in row] for row in features],
    }


def drawn():
    lcg = Lcg(71)

    def numbers(low, high):
        middle, reach = (low + high) / 2, (high - low) / 2
        return numpy.array([[middle + lcg.grid(reach)] for _ in range(ROWS)])

    def holes(values, every):
        values = values.copy()
        values[1::every] = numpy.nan
        return values

    def choices(names, every):
        column = [names[lcg.below(len(names))] for _ in range(ROWS)]
        return numpy.array(
            [[None if every and i % every == 2 else name] for i, name in enumerate(column)],
            dtype=object,
        )

    def moments(draw):
        return numpy.array([[draw()] for _ in range(ROWS)], dtype=object)

    return {
        "plain": numbers(-3, 9),
        "bounded": numbers(100, 250),
        "size": numbers(0, 5000),
        "mean": holes(numbers(-1, 2), 4),
        "median": holes(numbers(10, 20), 5),
        "constant": holes(numbers(0, 8), 3),
        "age": numpy.round(numbers(0, 80)),
        "kind": choices(KINDS, 0),
        "port": choices(PORTS, 6),
        "still": numpy.full((ROWS, 1), 7.25),
        "day": moments(lambda: date(2023, 1, 1) + timedelta(lcg.below(800))),
        "moment": moments(lambda: datetime(2024, 2, 1) + timedelta(0, lcg.below(5_000_000))),
    }


def fitted(transformer, name, table, train):
    return transformer.fit(train[name]).transform(table[name])


def indicator(name, table):
    missing = None if table[name].dtype == object else numpy.nan
    found = MissingIndicator(missing_values=missing, features="all").fit_transform(table[name])
    return found.astype(float)


def ranges(ages):
    bins = KBinsDiscretizer(
        n_bins=4, encode="onehot-dense", strategy="uniform", quantile_method="averaged_inverted_cdf"
    ).fit(ages)
    bins.bin_edges_[0] = numpy.array([-numpy.inf, 12.0, 18.0, 65.0, numpy.inf])
    return bins.transform(ages)


def cycles(*shares):
    def circle(column):
        angles = [[2 * numpy.pi * share(moment) for share in shares] for (moment,) in column]
        return numpy.array([[f(x) for x in row for f in (numpy.sin, numpy.cos)] for row in angles])

    return FunctionTransformer(circle)


def hour(moment):
    return (moment - moment.replace(hour=0, minute=0, second=0)) / timedelta(days=1)


def weekday(moment):
    return moment.weekday() / 7


def day_of_month(moment):
    return (moment.day - 1) / monthrange(moment.year, moment.month)[1]


def month(moment):
    return (moment.month - 1) / 12


def day_of_year(moment):
    return (moment.timetuple().tm_yday - 1) / (366 if isleap(moment.year) else 365)


def cell(value):
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, float) and numpy.isnan(value):
        return None
    return value if isinstance(value, str) else float(value)

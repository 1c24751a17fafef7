package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
record RecordNetwork(@Dense(units = 1) Layer output) {}
//< error: [annette/unsupported-class] RecordNetwork is a record, but layers are fields of a class.
//     Write class RecordNetwork { ... } instead.

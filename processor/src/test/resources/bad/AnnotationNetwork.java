package bad;

import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
@interface AnnotationNetwork {}
//<< error: [annette/unsupported-class] AnnotationNetwork is an annotation type, but layers are
//     fields of a class. Write class AnnotationNetwork { ... } instead.

package bad;

import static dev.annette.Loss.CROSS_ENTROPY;

import dev.annette.Allow;
import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.MaxNorm;
import dev.annette.Network;

@Network(input = 4, loss = CROSS_ENTROPY)
class NormOfLogitsAllowed {
  @Dense(units = 3) @MaxNorm(2) @Allow("norm-of-logits") Layer output;
}

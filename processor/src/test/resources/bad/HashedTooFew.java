package bad;

import dev.annette.Dense;
import dev.annette.Hashed;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = HashedTooFew.Row.class)
class HashedTooFew {
  record Row(@Hashed(1) String port, @Label boolean survived) {}
  //                 ^ error: [annette/out-of-range] @Hashed(1) on port: a hash chooses one of
  //     several features, so there must be at least 2.

  @Dense Layer output;
}

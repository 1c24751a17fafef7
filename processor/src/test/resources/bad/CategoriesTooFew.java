package bad;

import dev.annette.Categories;
import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = CategoriesTooFew.Row.class)
class CategoriesTooFew {
  record Row(@Categories("S") String port, @Label boolean survived) {}
  //                     ^ error: [annette/out-of-range] @Categories("S") on port: a column with one
  //     category says nothing, so there must be at least 2. Write every text that the column can
  //     hold, or @Ignore.

  @Dense Layer output;
}

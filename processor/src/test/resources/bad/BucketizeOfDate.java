package bad;

import dev.annette.Bucketize;
import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import java.time.LocalDate;

@Network(rows = BucketizeOfDate.Row.class)
class BucketizeOfDate {
  record Row(@Bucketize(3) LocalDate day, float age, @Label boolean survived) {}
  //         ^ error: [annette/misplaced] @Bucketize on day turns a number into one feature for each
  //     range, but LocalDate is a date. Remove it, or change the type.

  @Dense Layer output;
}

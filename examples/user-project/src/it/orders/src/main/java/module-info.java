/** A module that predicts late deliveries, with three annotation processors side by side. */
module com.example.orders {
  requires dev.annette.dsl;
  requires dev.annette.runtime;
  requires org.mapstruct;
  requires static java.compiler; // the generated classes are marked as such
  requires static lombok;

  exports com.example.orders;
}

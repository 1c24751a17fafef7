package dev.annette.runtime.json;

/** The rules of a model file. A file that breaks one is refused with its code. */
public enum ModelRule {
  /** It is a regular file, not empty, and no larger than a file of this network can be. */
  SIZE("L01"),
  /** It begins like JSON or like gzip, without a byte order mark. */
  KIND("L02"),
  /** It is strict UTF-8, and no text has half a character. */
  UTF_8("L03"),
  /** It is one JSON value within the limits on depth, names, numbers, texts and memory. */
  JSON("L04"),
  /** Its first field is {@code "format":"annette"}. */
  FORMAT("L05"),
  /** Its version is one that this library reads. */
  VERSION("L06"),
  /** It describes the network that loads it. */
  NETWORK("L07"),
  /** Every field is a known one. */
  UNKNOWN_FIELD("L08"),
  /** Every field is there, after those that it depends on. */
  MISSING_FIELD("L09"),
  /** Every value has the type of its field. */
  TYPE("L10"),
  /** Every word is one of those that its field knows. */
  CHOICE("L11"),
  /** Every shape has dimensions, and no more numbers than may be read. */
  SHAPE("L12"),
  /** Every tensor has as many numbers as its shape says. */
  LENGTH("L13"),
  /** Every number is finite, and not too small for its type. */
  NUMBER("L14"),
  /** Every number is in the range of its field. */
  RANGE("L15"),
  /** Every measured variance and scale is one that can be measured. */
  STATISTIC("L16"),
  /** Its content is what its checksum was computed of. */
  CHECKSUM("L17"),
  /** It is signed with the key that was asked for. */
  SIGNATURE("L18"),
  /** It is one whole gzip member, and nothing after it. */
  COMPRESSION("L19"),
  /** The thread that loads it is not interrupted. */
  INTERRUPTION("L20");

  private final String code;

  ModelRule(String code) {
    this.code = code;
  }

  /** Returns the code that documentation and messages name it by: {@code L14}. */
  public String code() {
    return code;
  }
}

package dev.annette.runtime.data;

import java.nio.ByteBuffer;

/** The types of elements that an IDX file can have. */
enum IdxType {
  UNSIGNED_BYTE(0x08, 1) {
    @Override
    float element(ByteBuffer elements, int index) {
      return elements.get(index) & 0xFF;
    }
  },
  BYTE(0x09, 1) {
    @Override
    float element(ByteBuffer elements, int index) {
      return elements.get(index);
    }
  },
  SHORT(0x0B, 2) {
    @Override
    float element(ByteBuffer elements, int index) {
      return elements.getShort(2 * index);
    }
  },
  INT(0x0C, 4) {
    @Override
    float element(ByteBuffer elements, int index) {
      return elements.getInt(4 * index);
    }
  },
  FLOAT(0x0D, 4) {
    @Override
    float element(ByteBuffer elements, int index) {
      return elements.getFloat(4 * index);
    }
  },
  DOUBLE(0x0E, 8) {
    @Override
    float element(ByteBuffer elements, int index) {
      return (float) elements.getDouble(8 * index);
    }
  };

  private final int code;
  private final int bytes;

  IdxType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** Returns the type of a code, or null if there is none. */
  static IdxType of(int code) {
    for (IdxType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return null;
  }

  /** Returns how many bytes an element takes. */
  int bytes() {
    return bytes;
  }

  /** Returns an element as a float, rounded if it has more digits. */
  abstract float element(ByteBuffer elements, int index);
}

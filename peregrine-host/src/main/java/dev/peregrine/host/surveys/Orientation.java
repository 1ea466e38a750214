package dev.peregrine.host.surveys;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: tag 274 of EXIF 2.3 in a JPEG, 1 to 8. It has to be acted upon before the
 * rest of what a camera writes (place, time, owner) is dropped.
 */
final class Orientation {

  private static final int UPRIGHT = 1;
  private static final int TAG = 0x0112;
  private static final int APP1 = 0xE1;
  private static final int START_OF_SCAN = 0xDA;
  private static final long EXIF = 0x4578_6966_0000L;

  private Orientation() {}

  /** Upright where nothing is said, or nonsense. */
  static int of(byte[] jpeg) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(jpeg);
      bytes.position(2);
      while (bytes.remaining() > 4 && (bytes.get() & 0xFF) == 0xFF) {
        int marker = bytes.get() & 0xFF;
        int length = bytes.getShort() & 0xFFFF;
        if (marker == START_OF_SCAN || length < 2) {
          return UPRIGHT;
        }
        if (marker == APP1 && length > 16 && six(bytes) == EXIF) {
          return inDirectory(bytes.slice(bytes.position() + 6, length - 8));
        }
        bytes.position(bytes.position() + length - 2);
      }
      return UPRIGHT;
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException odd) {
      return UPRIGHT;
    }
  }

  private static long six(ByteBuffer bytes) {
    return bytes.getLong(bytes.position()) >>> 16;
  }

  private static int inDirectory(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int at = tiff.getInt(4);
    int entries = tiff.getShort(at) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = at + 2 + 12 * i;
      if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
        int said = tiff.getShort(entry + 8) & 0xFFFF;
        return said >= 1 && said <= 8 ? said : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** Whether height and width change places. */
  static boolean turns(int orientation) {
    return orientation >= 5;
  }

  /** What puts a picture of that size upright. */
  static AffineTransform upright(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}

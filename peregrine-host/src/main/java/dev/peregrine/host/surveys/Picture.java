package dev.peregrine.host.surveys;

import static dev.peregrine.host.texts.Texts.t;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture as it is kept: drawn anew from its dots, upright and no larger than it can be read, so
 * that nothing of the file that was given is in it: no place where it was taken, nothing hidden.
 */
final class Picture {

  /** The largest file that is taken. */
  static final int MOST_BYTES = 20 << 20;

  /** A file of some kilobytes may say that it is a hundred thousand dots wide. */
  private static final long MOST_DOTS = 64_000_000;

  private static final int LEAST_SIDE = 20;
  private static final int LONGEST_SIDE = 2_400;
  private static final float QUALITY = 0.88f;

  private final byte[] bytes;
  private final String mediaType;
  private final int width;
  private final int height;

  private Picture(byte[] bytes, String mediaType, int width, int height) {
    this.bytes = bytes;
    this.mediaType = mediaType;
    this.width = width;
    this.height = height;
  }

  byte[] bytes() {
    return bytes;
  }

  String mediaType() {
    return mediaType;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** What kept bytes are. */
  static String mediaType(byte[] kept) {
    return kept.length > 2 && (kept[0] & 0xFF) == 0xFF ? "image/jpeg" : "image/png";
  }

  /**
   * Reads a file that the person gave.
   *
   * @throws RefusedPictureException with a sentence where it is no picture, or none that is taken
   */
  static Picture of(String name, byte[] file) throws RefusedPictureException {
    if (file.length == 0) {
      throw new RefusedPictureException(t("surveys.picture-empty", "name", name));
    }
    if (file.length > MOST_BYTES) {
      throw new RefusedPictureException(
          t(
              "surveys.picture-large",
              "name",
              name,
              "size",
              file.length >> 20,
              "most",
              MOST_BYTES >> 20));
    }
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new RefusedPictureException(t("surveys.picture-none", "name", name));
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return read(name, file, reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException broken) {
      // The readers of the JDK throw all sorts of things at a file that only begins like a picture.
      throw new RefusedPictureException(t("surveys.picture-broken", "name", name));
    }
  }

  private static Picture read(String name, byte[] file, ImageReader reader)
      throws IOException, RefusedPictureException {
    int wide = reader.getWidth(0);
    int high = reader.getHeight(0);
    if (Math.min(wide, high) < LEAST_SIDE) {
      throw new RefusedPictureException(
          t("surveys.picture-tiny", "name", name, "width", wide, "height", high));
    }
    if ((long) wide * high > MOST_DOTS) {
      throw new RefusedPictureException(
          t("surveys.picture-dots", "name", name, "width", wide, "height", high));
    }
    ImageReadParam how = reader.getDefaultReadParam();
    int every = Math.max(1, Math.max(wide, high) / (2 * LONGEST_SIDE));
    how.setSourceSubsampling(every, every, 0, 0);
    BufferedImage drawn = reader.read(0, how);
    boolean photo = reader.getFormatName().toLowerCase(Locale.ROOT).startsWith("jp");
    return encoded(upright(drawn, photo ? Orientation.of(file) : 1), photo);
  }

  private static BufferedImage upright(BufferedImage drawn, int orientation) {
    int wide = drawn.getWidth();
    int high = drawn.getHeight();
    double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(wide, high));
    int toWide = Math.max(1, (int) Math.round(wide * scale));
    int toHigh = Math.max(1, (int) Math.round(high * scale));
    boolean turns = Orientation.turns(orientation);
    var paper =
        new BufferedImage(
            turns ? toHigh : toWide, turns ? toWide : toHigh, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = paper.createGraphics();
    try {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      AffineTransform how = Orientation.upright(orientation, toWide, toHigh);
      how.scale((double) toWide / wide, (double) toHigh / high);
      pen.drawImage(drawn, how, null);
    } finally {
      pen.dispose();
    }
    return paper;
  }

  private static Picture encoded(BufferedImage picture, boolean photo) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(photo ? "jpeg" : "png").next();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (photo) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return new Picture(
        out.toByteArray(),
        photo ? "image/jpeg" : "image/png",
        picture.getWidth(),
        picture.getHeight());
  }
}

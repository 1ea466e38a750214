package dev.peregrine.host.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people, cameras and strangers give as a picture. */
class PictureTest {

  /** Red to the left, blue to the right. */
  private static byte[] twoColours(String format, int width, int height) throws Exception {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, (x < width / 2 ? Color.RED : Color.BLUE).getRGB());
      }
    }
    var out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  /** A JPEG that says how the camera was held, and where. */
  private static byte[] held(int orientation) throws Exception {
    byte[] plain = twoColours("jpeg", 200, 100);
    byte[] place = "GPS 52.5200 13.4050".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + place.length);
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.putShort((short) 0x4D4D).putShort((short) 42).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(place);
    ByteBuffer all = ByteBuffer.allocate(plain.length + 4 + exif.capacity());
    all.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.capacity() + 2));
    all.put(exif.array()).put(plain, 2, plain.length - 2);
    return all.array();
  }

  private static BufferedImage seen(Picture picture) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
  }

  private static boolean isRed(BufferedImage image, int x, int y) {
    Color colour = new Color(image.getRGB(x, y));
    return colour.getRed() > 200 && colour.getBlue() < 60;
  }

  @Test
  void aScreenshotIsDrawnAnewAsItIs() throws Exception {
    Picture picture = Picture.of("shot.png", twoColours("png", 300, 200));
    assertThat(picture.mediaType())
        .isEqualTo("image/png")
        .isEqualTo(Picture.mediaType(picture.bytes()));
    assertThat(picture.width()).isEqualTo(300);
    assertThat(isRed(seen(picture), 10, 100)).isTrue();
    assertThat(isRed(seen(picture), 290, 100)).isFalse();
  }

  @Test
  void aPhotoIsPutUprightAndForgetsWhereItWasTaken() throws Exception {
    Picture picture = Picture.of("photo.jpg", held(6));
    assertThat(picture.mediaType())
        .isEqualTo("image/jpeg")
        .isEqualTo(Picture.mediaType(picture.bytes()));
    assertThat(picture.width()).isEqualTo(100);
    assertThat(picture.height()).isEqualTo(200);
    assertThat(isRed(seen(picture), 50, 10)).isTrue();
    assertThat(isRed(seen(picture), 50, 190)).isFalse();
    assertThat(new String(picture.bytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain("GPS", "Exif");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void howeverACameraWasHeldTheTopIsWhereItSays(int orientation) throws Exception {
    BufferedImage image = seen(Picture.of("photo.jpg", held(orientation)));
    boolean wide = orientation <= 4;
    assertThat(image.getWidth() > image.getHeight()).isEqualTo(wide);
    boolean redFirst = orientation == 1 || orientation == 4 || orientation == 5 || orientation == 6;
    assertThat(isRed(image, wide ? 10 : 50, wide ? 50 : 10)).isEqualTo(redFirst);
  }

  @Test
  void whatIsLargerThanItCanBeReadIsMadeSmaller() throws Exception {
    Picture picture = Picture.of("long.png", twoColours("png", 400, 9_000));
    assertThat(picture.height()).isEqualTo(2_400);
    assertThat(picture.width()).isBetween(100, 110);
  }

  @Test
  void whatIsNoPictureIsRefusedWithAWord() throws Exception {
    assertThatThrownBy(
            () -> Picture.of("survey.pdf", "%PDF-1.7 and more".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(RefusedPictureException.class)
        .hasMessageContaining("“survey.pdf” is no picture");
    assertThatThrownBy(() -> Picture.of("a.png", new byte[0])).hasMessageContaining("is empty");
    assertThatThrownBy(() -> Picture.of("dot.gif", twoColours("gif", 3, 3)))
        .hasMessageContaining("3 by 3 dots");
    byte[] svg =
        "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Picture.of("x.png", svg)).hasMessageContaining("is no picture");
  }

  @Test
  void aSmallFileThatSaysItIsHugeIsNotUnpacked() throws Exception {
    byte[] bomb = twoColours("png", 40, 40);
    ByteBuffer header = ByteBuffer.wrap(bomb);
    header.putInt(16, 60_000).putInt(20, 60_000);
    var check = new CRC32();
    check.update(bomb, 12, 17);
    header.putInt(29, (int) check.getValue());
    assertThatThrownBy(() -> Picture.of("bomb.png", bomb))
        .isInstanceOf(RefusedPictureException.class)
        .hasMessageContaining("60,000 by 60,000 dots");
  }

  @Test
  void whatIsCutOffOrScrambledEndsInAWordOrAPictureAndNothingElse() throws Exception {
    var chance = new Random(7);
    for (String format : new String[] {"png", "jpeg", "gif"}) {
      byte[] whole = twoColours(format, 120, 90);
      for (int round = 0; round < 60; round++) {
        byte[] odd =
            Arrays.copyOf(whole, round % 3 == 0 ? chance.nextInt(whole.length) + 1 : whole.length);
        for (int i = 0; i < 4; i++) {
          odd[chance.nextInt(odd.length)] = (byte) chance.nextInt();
        }
        try {
          assertThat(Picture.of("odd", odd).bytes()).isNotEmpty();
        } catch (RefusedPictureException refused) {
          assertThat(refused.sentence()).contains("“odd”");
        }
      }
    }
  }
}

package dev.peregrine.host.mails;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/** Text from bytes, whatever they are said to be. */
final class TextBytes {

  private static final Charset WESTERN = Charset.forName("windows-1252");

  private TextBytes() {}

  /** The alphabet of a name, if there is one of that name. */
  static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name.strip()));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException none) {
      return Optional.empty();
    }
  }

  /**
   * The text in that alphabet; where none is told, or the bytes are none of US-ASCII's, in UTF-8 if
   * they are valid in it, else as Windows has it in the west.
   */
  static String text(byte[] bytes, Optional<Charset> told) {
    if (told.isPresent() && !told.get().equals(StandardCharsets.US_ASCII)) {
      return new String(bytes, told.get());
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, WESTERN);
    }
  }
}

package dev.peregrine.host.mails;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/**
 * Reads mails apart. They are read as a stream, and of each part no more is kept than a mail is
 * looked at for, so that an attachment of any size costs no memory. Whatever is broken in a mail,
 * what can be read of it is.
 */
public final class MailReading {

  /** Parts of parts of parts: nobody nests further, and what does wants to harm. */
  private static final int DEEPEST = 20;

  private static final int MOST_PARTS = 400;

  private static final MimeConfig CONFIG =
      new MimeConfig.Builder()
          .setMaxLineLen(-1)
          .setMaxHeaderLen(1_000_000)
          .setMaxHeaderCount(5_000)
          .setMaxContentLen(-1)
          .setMalformedHeaderStartsBody(true)
          .build();

  private final InstantSource clock;

  public MailReading(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Reads a mail to its end.
   *
   * @throws IOException if the stream breaks; what a mail holds never throws
   */
  public ReadMail read(InputStream mail) throws IOException {
    var counted = new CountedStream(mail);
    var parts = new MailParts();
    var stream = new MimeTokenStream(CONFIG, new DefaultBodyDescriptorBuilder());
    try {
      stream.parse(counted);
      walk(stream, parts);
    } catch (MimeException | RuntimeException broken) {
      parts.trouble(Trouble.BROKEN_STRUCTURE);
    }
    counted.transferTo(java.io.OutputStream.nullOutputStream());
    return parts.mail(counted.bytes(), clock.instant());
  }

  private static void walk(MimeTokenStream stream, MailParts parts)
      throws IOException, MimeException {
    int depth = 0;
    int seen = 0;
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM;
        state = stream.next()) {
      switch (state) {
        case T_START_MESSAGE -> parts.beginMessage();
        case T_END_MESSAGE -> parts.endMessage();
        case T_START_BODYPART -> parts.beginPart();
        case T_START_MULTIPART -> depth++;
        case T_END_MULTIPART -> depth--;
        case T_FIELD -> parts.field(stream.getField());
        case T_BODY -> {
          seen++;
          parts.body(
              (MaximalBodyDescriptor) stream.getBodyDescriptor(), stream::getDecodedInputStream);
        }
        default -> {}
      }
      if (depth > DEEPEST || seen > MOST_PARTS) {
        parts.trouble(Trouble.TOO_MANY_PARTS);
        return;
      }
    }
  }
}

package dev.peregrine.host.mails;

import dev.peregrine.api.mail.MailMessage.Address;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mails that come as files or are pasted. Each has a number made of what is in it, so that the same
 * file can be given twice.
 */
public final class MailFiles {

  /** So many are kept at once. */
  private static final int BATCH = 100;

  private static final byte[] OUTLOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final Pattern ADDRESS = Pattern.compile("(.*?)<?([^<>\\s\"]+@[^<>\\s\"]+)>?");

  /** A whole mail, as "show original" gives it, begins with lines of its head. */
  private static final Pattern HEAD =
      Pattern.compile("\\A(?:[A-Za-z][A-Za-z0-9-]*:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*){3,}\\r?\\n");

  private final Mails mails;
  private final MailReading reading;
  private final Arrivals arrivals;

  /**
   * What came of a file.
   *
   * @param ids those that are new
   * @param known how many were here already
   * @param unreadable how many of the new ones cannot be read
   */
  public record Taken(List<Long> ids, int known, int unreadable) {

    public Taken {
      ids = List.copyOf(ids);
    }

    /** Both together. */
    public Taken and(Taken other) {
      var all = new ArrayList<>(ids);
      all.addAll(other.ids);
      return new Taken(all, known + other.known, unreadable + other.unreadable);
    }
  }

  public MailFiles(Mails mails, MailReading reading, Arrivals arrivals) {
    this.mails = mails;
    this.reading = reading;
    this.arrivals = arrivals;
  }

  /** Whether a file that begins so is one of Outlook's own, which is not read. */
  public static boolean isOutlook(byte[] beginning) {
    return beginning.length >= OUTLOOK.length
        && Arrays.equals(beginning, 0, OUTLOOK.length, OUTLOOK, 0, OUTLOOK.length);
  }

  /**
   * Takes a mail, or the mails of an mbox, in. What was taken stays where the file breaks off.
   *
   * @param progress is told how many were read
   */
  public Taken take(InputStream file, IntConsumer progress)
      throws IOException, InterruptedException {
    var bytes = new BufferedInputStream(file);
    bytes.mark(16);
    boolean isMbox = Mbox.begins(bytes.readNBytes(5));
    bytes.reset();
    if (!isMbox) {
      return keep(List.of(reading.read(bytes)), Optional.empty());
    }
    var mbox = new Mbox(bytes);
    var taken = new Taken(List.of(), 0, 0);
    var batch = new ArrayList<ReadMail>();
    int read = 0;
    Optional<InputStream> next;
    while ((next = mbox.next()).isPresent()) {
      batch.add(reading.read(next.get()));
      read++;
      if (batch.size() == BATCH) {
        taken = taken.and(keep(batch, Optional.empty()));
        batch.clear();
        progress.accept(read);
      }
    }
    return taken.and(keep(batch, Optional.empty()));
  }

  /**
   * Takes a mail in of which the text was pasted. Where that is a whole mail, with the lines of its
   * head, it is read as one.
   *
   * @param from as it was typed
   * @param received when it came, where the person knows
   */
  public Taken paste(String from, String subject, Optional<Instant> received, String text)
      throws InterruptedException {
    String plain = text.replace("\r\n", "\n");
    if (HEAD.matcher(plain).find()) {
      try {
        var bytes = new ByteArrayInputStream(plain.getBytes(StandardCharsets.UTF_8));
        return keep(List.of(reading.read(bytes)), received);
      } catch (IOException impossible) {
        throw new java.io.UncheckedIOException(impossible);
      }
    }
    return keep(List.of(ReadMail.pasted(address(from), subject, received, plain)), received);
  }

  /** The address in what was typed, such as {@code Nora Held <held@kontor.example>}. */
  public static Optional<Address> address(String typed) {
    Matcher address = ADDRESS.matcher(typed.strip());
    if (!address.matches()) {
      return Optional.empty();
    }
    String name = address.group(1).replace("\"", "").strip();
    return Optional.of(
        new Address(address.group(2), name.isEmpty() ? Optional.empty() : Optional.of(name)));
  }

  private Taken keep(List<ReadMail> read, Optional<Instant> received) throws InterruptedException {
    if (read.isEmpty()) {
      return new Taken(List.of(), 0, 0);
    }
    MailFolder folder = mails.folder(MailFolder.FILES, MailFolder.FILES, FolderRole.FILES);
    List<Long> ids =
        arrivals.take(
            folder,
            read.stream()
                .map(mail -> new Incoming(Optional.of(number(mail)), received, mail))
                .toList());
    int unreadable =
        (int) mails.rows(ids).stream().filter(row -> row.outcome() == Outcome.UNREADABLE).count();
    return new Taken(ids, read.size() - ids.size(), unreadable);
  }

  /** A number made of what is in it; the same for the same mail. */
  private static long number(ReadMail mail) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part :
          List.of(
              mail.messageId().orElse(""),
              mail.from().map(Address::mail).orElse(""),
              mail.subject(),
              mail.sent().map(Instant::toString).orElse(""),
              mail.text(),
              mail.quoted(),
              mail.attachments().toString(),
              Long.toString(mail.text().isEmpty() ? mail.size() : 0))) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return ByteBuffer.wrap(digest.digest()).getLong() & Long.MAX_VALUE;
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}

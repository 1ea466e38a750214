package dev.peregrine.host.boot;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.host.classifying.LabelledMails;
import dev.peregrine.host.classifying.LabelledMails.BadLine;
import dev.peregrine.host.classifying.LabelledMails.Labelled;
import dev.peregrine.host.mails.MailReading;
import dev.peregrine.host.mails.Mbox;
import dev.peregrine.host.mails.ReadMail;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Mails of files that a command is about: .eml, .mbox and .jsonl. */
final class MailFiles {

  /** A mail of a file. */
  record FileMail(Path file, MailMessage mail, Optional<MailLabel> label) {}

  private final MailReading reading;
  private final Output output;
  private final List<FileMail> mails = new ArrayList<>();
  private int bad;

  MailFiles(MailReading reading, Output output) {
    this.reading = reading;
    this.output = output;
  }

  /**
   * Reads a file; what cannot be read of it is said and counted.
   *
   * @param labelled whether a line of JSON without a label is a bad one
   */
  void read(Path file, boolean labelled) {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      if (labelled || isLines(file)) {
        readLines(file, bytes, labelled);
      } else {
        readMails(file, bytes);
      }
    } catch (IOException refused) {
      bad++;
      output.message(
          "File \"%s\": it cannot be read (%s). Check the name and who may read it."
              .formatted(file, refused.getMessage()));
    }
  }

  private static boolean isLines(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Stream.of(".jsonl", ".ndjson").anyMatch(name::endsWith);
  }

  private void readLines(Path file, InputStream bytes, boolean labelled) throws IOException {
    // not a strict reader: a byte that is no UTF-8 spoils a letter, not the file
    var reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    LabelledMails lines = LabelledMails.read(reader, labelled, reading);
    for (Labelled line : lines.mails()) {
      mails.add(new FileMail(file, line.mail(), line.label()));
    }
    for (BadLine line : lines.bad()) {
      bad++;
      output.message(
          "File \"%s\", line %d: %s. The line was left out."
              .formatted(file, line.line(), line.why()));
    }
  }

  private void readMails(Path file, InputStream bytes) throws IOException {
    bytes.mark(16);
    boolean isMbox = Mbox.begins(bytes.readNBytes(5));
    bytes.reset();
    if (!isMbox) {
      add(file, reading.read(bytes));
      return;
    }
    var mbox = new Mbox(bytes);
    Optional<InputStream> mail;
    while ((mail = mbox.next()).isPresent()) {
      add(file, reading.read(mail.get()));
    }
  }

  private void add(Path file, ReadMail read) {
    var mail =
        new MailMessage(
            "mail-" + (mails.size() + 1),
            read.from(),
            read.to(),
            read.subject(),
            read.sent(),
            read.text(),
            read.quoted(),
            read.html(),
            read.calendar(),
            read.attachments(),
            read.headers(),
            false);
    mails.add(new FileMail(file, mail, Optional.empty()));
  }

  List<FileMail> mails() {
    return mails;
  }

  List<MailMessage> messages() {
    return mails.stream().map(FileMail::mail).toList();
  }

  /** Done, or not all of it, or none. */
  int exitCode() {
    return bad == 0 ? ExitCode.DONE : mails.isEmpty() ? ExitCode.FAILED : ExitCode.PARTLY;
  }

  /** How many files and lines could not be read. */
  int bad() {
    return bad;
  }
}

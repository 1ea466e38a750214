package dev.peregrine.plugin.integration.smtp;

import dev.peregrine.api.integration.Notice;
import dev.peregrine.integration.wire.NoticeText;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;

/** A notice as a mail: plain text, and the same as simple HTML. */
final class Letter {

  private static final String UTF_8 = "UTF-8";
  private static final int ID_CHARACTERS = 32;

  private Letter() {}

  static MimeMessage of(Notice notice, Server server, Session session, Instant now)
      throws MessagingException {
    var letter = new Identified(session, id(notice.id(), server.from()));
    letter.setFrom(server.from());
    letter.setRecipients(RecipientType.TO, server.to().toArray(InternetAddress[]::new));
    letter.setSubject(oneLine(notice.title()), UTF_8);
    letter.setSentDate(Date.from(now));
    // So that no holiday note answers it.
    letter.setHeader("Auto-Submitted", "auto-generated");
    letter.setHeader("X-Auto-Response-Suppress", "All");
    if (notice.priority() == Notice.Priority.URGENT) {
      letter.setHeader("Importance", "high");
    }
    letter.setContent(new MimeMultipart("alternative", text(notice), html(notice)));
    letter.saveChanges();
    return letter;
  }

  private static MimeBodyPart text(Notice notice) throws MessagingException {
    String text = NoticeText.plain(notice);
    String link = notice.link().map(address -> "\n\n" + address).orElse("");
    var part = new MimeBodyPart();
    part.setText(notice.title() + (text.isEmpty() ? "" : "\n\n" + text) + link + "\n", UTF_8);
    return part;
  }

  private static MimeBodyPart html(Notice notice) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(Html.of(notice), UTF_8, "html");
    return part;
  }

  /** A header ends with its line: what a stranger wrote must not begin another one. */
  private static String oneLine(String title) {
    return title.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
  }

  /** The same for the same notice, so that mailboxes show one that came twice once. */
  private static String id(String notice, InternetAddress from) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(notice.getBytes(StandardCharsets.UTF_8));
      String name = HexFormat.of().formatHex(digest).substring(0, ID_CHARACTERS);
      String address = from.getAddress();
      return "<%s.peregrine@%s>".formatted(name, address.substring(address.lastIndexOf('@') + 1));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** The library would make an id of its own. */
  private static final class Identified extends MimeMessage {

    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}

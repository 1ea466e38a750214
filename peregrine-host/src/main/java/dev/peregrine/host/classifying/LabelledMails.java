package dev.peregrine.host.classifying;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.mails.MailReading;
import dev.peregrine.host.mails.ReadMail;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mails from a file with one JSON object a line: {@code subject}, {@code body} as text or HTML,
 * perhaps {@code from}, and {@code label}.
 *
 * @param mails what could be read, in the order of the lines
 * @param bad the other lines
 */
public record LabelledMails(List<Labelled> mails, List<BadLine> bad) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * A mail.
   *
   * @param label empty only where none was asked for
   */
  public record Labelled(MailMessage mail, Optional<MailLabel> label) {}

  /**
   * A line that holds no mail.
   *
   * @param line counted from 1
   * @param why a sentence
   */
  public record BadLine(int line, String why) {}

  public LabelledMails {
    mails = List.copyOf(mails);
    bad = List.copyOf(bad);
  }

  /**
   * Reads all lines; empty ones count for nothing.
   *
   * @param labelled whether a line without a label is a bad one
   */
  public static LabelledMails read(BufferedReader lines, boolean labelled, MailReading reading)
      throws IOException {
    var mails = new ArrayList<Labelled>();
    var bad = new ArrayList<BadLine>();
    String line;
    for (int number = 1; (line = lines.readLine()) != null; number++) {
      if (line.isBlank()) {
        continue;
      }
      try {
        mails.add(mail(number, JSON.readTree(line), labelled, reading));
      } catch (JacksonException noJson) {
        bad.add(new BadLine(number, "no JSON object"));
      } catch (IllegalArgumentException missing) {
        bad.add(new BadLine(number, String.valueOf(missing.getMessage())));
      }
    }
    return new LabelledMails(mails, bad);
  }

  private static Labelled mail(int number, JsonNode line, boolean labelled, MailReading reading)
      throws IOException {
    if (!line.isObject()) {
      throw new IllegalArgumentException("no JSON object");
    }
    String subject = text(line, "subject").orElse("");
    String body = text(line, "body").orElse("");
    if (subject.isBlank() && body.isBlank()) {
      throw new IllegalArgumentException("neither \"subject\" nor \"body\"");
    }
    Optional<MailLabel> label = text(line, "label").map(LabelledMails::label);
    if (labelled && label.isEmpty()) {
      throw new IllegalArgumentException("no \"label\"");
    }
    ReadMail read = read(body, reading);
    return new Labelled(
        new MailMessage(
            "line-" + number,
            text(line, "from").map(Address::of),
            List.of(),
            subject,
            Optional.empty(),
            read.text(),
            read.quoted(),
            read.html(),
            List.of(),
            List.of(),
            Map.of(),
            false),
        label);
  }

  private static ReadMail read(String body, MailReading reading) throws IOException {
    if (!body.matches("(?is).*<(html|body|div|table|p|br|td)\\b[^>]*>.*")) {
      return ReadMail.pasted(Optional.empty(), "", Optional.empty(), body);
    }
    String mail =
        "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            + body;
    return reading.read(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
  }

  private static Optional<String> text(JsonNode line, String field) {
    return line.path(field).isString()
        ? Optional.of(line.path(field).asString())
        : Optional.empty();
  }

  private static MailLabel label(String key) {
    return MailLabel.of(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "label \"%s\", expected one of %s"
                        .formatted(
                            key.strip(),
                            Arrays.stream(MailLabel.values())
                                .map(MailLabel::key)
                                .collect(Collectors.joining(", ")))));
  }
}

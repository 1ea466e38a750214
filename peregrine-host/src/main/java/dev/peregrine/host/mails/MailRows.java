package dev.peregrine.host.mails;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.api.mail.MailMessage.Attachment;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Mails as tables hold them. */
final class MailRows {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
  private static final TypeReference<List<Address>> ADDRESSES = new TypeReference<>() {};
  private static final TypeReference<List<Attachment>> ATTACHMENTS = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private MailRows() {}

  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  static MailMapper.Texts texts(long id, ReadMail mail) {
    return new MailMapper.Texts(
        id,
        mail.text(),
        mail.quoted(),
        mail.html().orElse(null),
        json(mail.references()),
        json(mail.to()),
        json(mail.calendar()),
        json(mail.attachments()),
        json(mail.headers()),
        json(mail.troubles().stream().map(Trouble::key).sorted().toList()),
        mail.sent().map(Instant::toEpochMilli).orElse(null),
        mail.size());
  }

  static Mail mail(MailMapper.Row row, MailMapper.Texts texts) {
    Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
    JSON.readValue(texts.troubles(), TEXTS).forEach(key -> troubles.add(Trouble.of(key)));
    return new Mail(
        row.id(),
        row.folder(),
        Optional.ofNullable(row.uid()),
        row.thread(),
        Optional.ofNullable(row.messageId()),
        JSON.readValue(texts.refs(), TEXTS),
        Instant.ofEpochMilli(row.received()),
        row.own(),
        row.copyOf() == null ? OptionalLong.empty() : OptionalLong.of(row.copyOf()),
        instant(row.gone()),
        texts.size(),
        troubles,
        new MailMessage(
            Long.toString(row.id()),
            from(row),
            JSON.readValue(texts.recipients(), ADDRESSES),
            row.subject(),
            Optional.of(Instant.ofEpochMilli(row.received())),
            texts.text(),
            texts.quoted(),
            Optional.ofNullable(texts.html()),
            JSON.readValue(texts.calendar(), TEXTS),
            JSON.readValue(texts.attachments(), ATTACHMENTS),
            JSON.readValue(texts.headers(), HEADERS),
            row.own()),
        judged(row),
        belonging(row),
        instant(row.settled()),
        Outcome.of(row.outcome()));
  }

  static MailRow row(MailMapper.Row row) {
    return new MailRow(
        row.id(),
        row.folder(),
        row.thread(),
        from(row),
        row.subject(),
        Instant.ofEpochMilli(row.received()),
        row.own(),
        Optional.ofNullable(row.label()).flatMap(MailLabel::of),
        row.confidence() == null ? 0 : row.confidence(),
        Judged.PERSON.equals(row.classifier()),
        row.evidence() == null ? List.of() : JSON.readValue(row.evidence(), TEXTS),
        Optional.ofNullable(row.job()),
        row.reason() == null ? "" : row.reason(),
        row.reasonWords() == null ? "" : row.reasonWords(),
        row.gone() != null,
        Outcome.of(row.outcome()));
  }

  static Outcome outcome(MailMapper.Row row) {
    return Outcomes.of(
        row.unreadable(),
        row.copyOf() != null,
        row.own(),
        judged(row),
        row.job() != null,
        row.settled() != null);
  }

  private static Optional<Address> from(MailMapper.Row row) {
    return row.sender() == null
        ? Optional.empty()
        : Optional.of(new Address(row.sender(), Optional.ofNullable(row.senderName())));
  }

  private static Optional<Judged> judged(MailMapper.Row row) {
    if (row.label() == null || row.classifier() == null) {
      return Optional.empty();
    }
    return MailLabel.of(row.label())
        .map(
            label ->
                new Judged(
                    label,
                    row.confidence() == null ? 0 : row.confidence(),
                    row.evidence() == null ? List.of() : JSON.readValue(row.evidence(), TEXTS),
                    String.valueOf(row.classifier()),
                    row.revision() == null ? 0 : row.revision()));
  }

  private static Optional<Belonging> belonging(MailMapper.Row row) {
    return row.job() == null || row.reason() == null
        ? Optional.empty()
        : Optional.of(
            new Belonging(
                row.job(),
                row.reason(),
                row.reasonWords() == null ? "" : row.reasonWords(),
                row.reasonConfidence() == null ? 0 : row.reasonConfidence()));
  }

  private static Optional<Instant> instant(@Nullable Long millis) {
    return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
  }
}

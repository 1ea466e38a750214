package dev.peregrine.host.mail;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.mails.Belonging;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.mails.Outcome;
import dev.peregrine.host.matching.MatchWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Mails in words. */
final class MailSaid {

  private static final int WORDS = 3;
  private static final int LONGEST = 60;

  private MailSaid() {}

  static String subject(String subject) {
    return subject.isBlank() ? t("mail.no-subject") : subject;
  }

  static String name(Optional<Address> from) {
    return from.map(address -> address.name().orElse(address.mail()))
        .orElseGet(() -> t("mail.no-sender"));
  }

  /** The address beside the name; empty where there is nothing more to say than the name. */
  static String address(Optional<Address> from) {
    return from.filter(address -> address.name().isPresent()).map(Address::mail).orElse("");
  }

  /** {@code Interview, 83 %: “invite you”, “Monday”}. */
  static String meaning(String label, double confidence, boolean said, List<String> evidence) {
    if (said) {
      return t("mail.you-said", "label", label);
    }
    long percent = Math.round(Math.clamp(confidence, 0, 1) * 100);
    String sure =
        confidence < Judged.SURE
            ? t("mail.perhaps", "label", label, "percent", percent)
            : t("mail.sure", "label", label, "percent", percent);
    return evidence.isEmpty()
        ? sure
        : t("mail.because", "meaning", sure, "words", quoted(evidence, WORDS));
  }

  static String quoted(List<String> words, int most) {
    return words.stream()
        .limit(most)
        .map(word -> t("mail.quoted", "word", shortened(word)))
        .collect(Collectors.joining(", "));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
  }

  static String reason(String reason, String words) {
    if (reason.isEmpty()) {
      return "";
    }
    if (reason.equals(Belonging.PERSON)) {
      return t("mail.you-matched");
    }
    String why = MatchWords.why(reason, shortened(words));
    if (!why.isEmpty()) {
      return why;
    }
    return words.isEmpty() ? t("mail.matched") : t("mail.matched-by", "words", shortened(words));
  }

  /** The colour of an outcome: what asks for a look stands out. */
  static String kind(Outcome outcome) {
    return switch (outcome) {
      case WAITING, UNCERTAIN -> "caution";
      case UNREADABLE -> "danger";
      case MATCHED -> "positive";
      case NEW, DIGEST -> "info";
      case UNMATCHED, DONE, NOT_JOB_MAIL, OWN, COPY -> "";
    };
  }
}

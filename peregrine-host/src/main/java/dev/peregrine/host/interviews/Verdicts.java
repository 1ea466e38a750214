package dev.peregrine.host.interviews;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was thought of a mail before the person said something, carried by the way back. */
record Verdicts(Optional<Judged> before) {

  private static final int MOST_WORDS = 10;

  String packed() {
    return before
        .map(
            what ->
                Stream.concat(
                        Stream.of(
                            "label=" + what.label().key(),
                            String.format(Locale.ROOT, "sure=%.4f", what.confidence()),
                            "by=" + encoded(what.classifier()),
                            "revision=" + what.revision()),
                        what.evidence().stream()
                            .limit(MOST_WORDS)
                            .map(words -> "why=" + encoded(words)))
                    .collect(Collectors.joining("&")))
        .orElse("none=1");
  }

  private static String encoded(String text) {
    String word = text.length() > 60 ? text.substring(0, 60) : text;
    return URLEncoder.encode(word, StandardCharsets.UTF_8);
  }

  static Verdicts of(Visit visit) {
    String sure = visit.value("sure");
    double confidence = sure.matches("[01](\\.\\d{1,6})?") ? Double.parseDouble(sure) : 0;
    return new Verdicts(
        MailLabel.of(visit.value("label"))
            .filter(label -> !visit.value("by").isEmpty())
            .map(
                label ->
                    new Judged(
                        label,
                        Math.min(1, confidence),
                        words(visit),
                        visit.value("by"),
                        (int) visit.number("revision").orElse(0))));
  }

  private static List<String> words(Visit visit) {
    return visit.values("why").stream().limit(MOST_WORDS).toList();
  }
}

package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.MailWords;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.signals.ProposedRounds;
import dev.peregrine.host.signals.RoundProposal;
import dev.peregrine.host.signals.Signal;
import dev.peregrine.host.signals.Signals;
import dev.peregrine.host.signals.Snippet;
import dev.peregrine.host.signals.Suggestion;
import dev.peregrine.host.web.Times;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How signals are shown. */
record SignalViews(Signals signals, Mails mails, ProposedRounds proposals) {

  private static final int SHOWN_ON_BOARD = 6_000;
  private static final int SHOWN = 100_000;

  /** The newest of each application that has one, for the board. */
  Map<Long, SignalPart> first(Map<Long, Stage> stages, BoardQuery query, Times times) {
    Map<Long, List<Signal>> open = signals.of(stages.keySet());
    Map<Long, Mail> texts = texts(open.values().stream().map(List::getFirst).toList());
    Map<Long, List<RoundProposal>> proposed = proposals.of(open.keySet());
    var parts = new HashMap<Long, SignalPart>();
    open.forEach(
        (job, all) -> {
          Mail mail = texts.get(all.getFirst().mail());
          if (mail != null) {
            Stage stage = Objects.requireNonNull(stages.get(job));
            parts.put(
                job,
                part(
                    all.getFirst(),
                    mail,
                    stage,
                    proposed.getOrDefault(job, List.of()),
                    all.size() - 1,
                    query.path("?on=board"),
                    times));
          }
        });
    return parts;
  }

  /** All of one application, the newest first, for its own page. */
  List<SignalPart> of(long job, Stage stage, List<RoundProposal> proposed, Times times) {
    List<Signal> open = signals.of(job);
    Map<Long, Mail> texts = texts(open);
    return open.stream()
        .flatMap(
            signal ->
                Optional.ofNullable(texts.get(signal.mail()))
                    .map(mail -> part(signal, mail, stage, proposed, 0, "", times))
                    .stream())
        .toList();
  }

  private Map<Long, Mail> texts(Collection<Signal> some) {
    return mails.byIds(some.stream().map(Signal::mail).toList()).stream()
        .collect(Collectors.toMap(Mail::id, Function.identity()));
  }

  private SignalPart part(
      Signal signal,
      Mail mail,
      Stage stage,
      List<RoundProposal> proposed,
      int more,
      String query,
      Times times) {
    String text = mail.message().text();
    int shown = query.isEmpty() ? SHOWN : SHOWN_ON_BOARD;
    String here = "%s/mails/%d".formatted(Interviews.path(signal.job()), signal.mail());
    Optional<Suggestion> suggestion = Suggestion.of(signal.label(), stage);
    return new SignalPart(
        signal.mail(),
        here,
        kind(signal),
        says(signal),
        Snippet.of(text, mail.judged().map(Judged::evidence).orElse(List.of())),
        t("signals.from", "who", who(signal.from()), "when", times.momentWithin(signal.received())),
        signal.subject(),
        text.substring(0, Math.min(shown, text.length())),
        text.length() > shown,
        suggestion.map(to -> move(signal, here, query)).orElse(""),
        suggestion.map(SignalViews::moveLabel).orElse(""),
        Arrays.stream(MailLabel.values())
            .filter(label -> label != signal.label() || !signal.sure())
            .map(label -> new MoveChoices.Choice(label.key(), MailWords.of(label)))
            .toList(),
        proposed(signal.mail(), proposed, query, times),
        query,
        more > 0 ? t("signals.more", "count", more) : "");
  }

  /** What a mail proposes. */
  List<ProposalPart> proposed(long mail, List<RoundProposal> proposed, String query, Times times) {
    var said = new ProposalViews(proposals, times);
    return proposed.stream()
        .filter(each -> each.mail() == mail)
        .map(each -> said.part(each, query))
        .toList();
  }

  private static String move(Signal signal, String here, String query) {
    String form = "%s/move".formatted(Interviews.path(signal.job()));
    return query.isEmpty()
        ? "%s?mail=%d&back=%s".formatted(form, signal.mail(), here.replaceFirst("/\\d+$", ""))
        : "%s%s&mail=%d".formatted(form, query, signal.mail());
  }

  static String moveLabel(Suggestion suggestion) {
    return t("signals.move-to", "stage", suggestion.to().key());
  }

  /** The name, else the address. */
  static String who(Optional<Address> from) {
    return from.map(each -> each.name().orElse(each.mail())).orElseGet(() -> t("signals.nobody"));
  }

  static String says(Signal signal) {
    return signal.sure()
        ? t("signals.says", "label", signal.label().key())
        : t("signals.could", "label", signal.label().key());
  }

  private static String kind(Signal signal) {
    return switch (signal.label()) {
      case OFFER_RECEIVED -> "positive";
      case REJECTED -> "danger";
      case INTERVIEW_SCHEDULED, POSITIVE_RESPONSE, SURVEY_RECEIVED, EVENT_RESCHEDULED -> "caution";
      case NEUTRAL, DIGEST, APPLICATION_RECEIVED, UNRELATED -> "info";
    };
  }
}

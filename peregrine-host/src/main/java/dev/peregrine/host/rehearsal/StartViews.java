package dev.peregrine.host.rehearsal;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.letters.Tongue;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.practice.Criterion;
import dev.peregrine.host.practice.Interviewer;
import dev.peregrine.host.practice.Practice;
import dev.peregrine.host.practice.QuestionBank;
import dev.peregrine.host.practice.Session;
import dev.peregrine.host.practice.SessionPlan;
import dev.peregrine.host.practice.WeakSpot;
import dev.peregrine.host.rehearsal.PracticePage.AskGroup;
import dev.peregrine.host.rehearsal.PracticePage.Choice;
import dev.peregrine.host.rehearsal.PracticePage.SessionLine;
import dev.peregrine.host.rehearsal.PracticePage.StartForm;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.tenancy.Locked;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.web.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands on the tab before a session is open. */
final class StartViews {

  private static final List<Integer> LENGTHS = List.of(3, 5, 8);
  private static final int USUAL = 5;

  private final Practice practice;
  private final Interviewer interviewer;
  private final Rounds rounds;

  StartViews(Practice practice, Interviewer interviewer, Rounds rounds) {
    this.practice = practice;
    this.interviewer = interviewer;
    this.rounds = rounds;
  }

  /** The kind of the round that comes next; of none, the one with whom one would work for. */
  RoundKind likely(long job) {
    return Optional.ofNullable(rounds.next(List.of(job)).get(job))
        .map(Round::kind)
        .orElse(RoundKind.HIRING_MANAGER);
  }

  StartForm form(Job job, String problem) {
    Optional<Session> last = practice.of(job.id()).stream().findFirst();
    RoundKind kind = likely(job.id());
    int length = last.map(session -> session.plan().questions()).orElse(USUAL);
    String language = language(job, last);
    Optional<Locked> locked = interviewer.gate().locked();
    Optional<String> model = locked.isEmpty() ? interviewer.firstAsked() : Optional.empty();
    boolean asksModel =
        last.map(session -> session.plan().asker() == SessionPlan.Asker.MODEL).orElse(true);
    List<String> away = model.isPresent() ? interviewer.sendingAway() : List.of();
    return new StartForm(
        Stream.of(RoundKind.values())
            .map(each -> new Choice(each.key(), RehearsalViews.kind(each), each == kind))
            .toList(),
        LENGTHS.stream()
            .map(
                count ->
                    new Choice(
                        String.valueOf(count),
                        String.valueOf(count),
                        count == (LENGTHS.contains(length) ? length : USUAL)))
            .toList(),
        QuestionBank.SHIPPED.languages().stream()
            .map(
                each ->
                    new Choice(
                        each.toLanguageTag(),
                        t("practice.language-" + each.toLanguageTag()),
                        each.toLanguageTag().equals(language)))
            .toList(),
        model
            .map(
                name ->
                    List.of(
                        new Choice("model", t("practice.asks-model", "model", name), asksModel),
                        new Choice("bank", t("practice.asks-bank"), !asksModel)))
            .orElse(List.of()),
        model.isPresent()
            ? ""
            : locked
                .map(why -> t("practice.locked", "why", why.unlocks()))
                .orElseGet(() -> t("practice.no-model")),
        locked.isPresent(),
        away.isEmpty() ? "" : t("practice.leaves", "models", String.join(", ", away)),
        problem);
  }

  /** As the last time, else as the posting, else as the pages. */
  private static String language(Job job, Optional<Session> last) {
    List<String> there =
        QuestionBank.SHIPPED.languages().stream().map(Locale::toLanguageTag).toList();
    return Stream.of(
            last.map(session -> session.plan().language().toLanguageTag()),
            Tongue.of(job.descriptionText()).map(Locale::toLanguageTag),
            Optional.of(Language.current().locale().getLanguage()))
        .flatMap(Optional::stream)
        .filter(there::contains)
        .findFirst()
        .orElse("en");
  }

  static PracticePage.WeakLine weak(WeakSpot spot, String title, Times times) {
    String in =
        spot.rating().weak().stream().map(Criterion::title).collect(Collectors.joining(", "));
    return new PracticePage.WeakLine(
        spot.turn().id(),
        spot.asked().question(),
        Stream.of(in, title, times.ago(spot.at()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · ")));
  }

  static SessionLine line(Session session, Times times) {
    String said =
        t(
            "practice.session-about",
            "answered",
            session.answered(),
            "total",
            session.plan().questions());
    return new SessionLine(
        session.id(),
        RehearsalViews.kind(session.plan().kind()),
        times.moment(session.made()) + " · " + said,
        t("practice.remove", "what", RehearsalViews.kind(session.plan().kind())));
  }

  /** What to ask them, in the language of the talk. */
  static List<AskGroup> toAsk(RoundKind kind, String language) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (QuestionBank.ToAsk one :
        QuestionBank.SHIPPED.toAsk(kind, Locale.forLanguageTag(language))) {
      groups.computeIfAbsent(one.about(), any -> new ArrayList<>()).add(one.question());
    }
    return groups.entrySet().stream()
        .map(group -> new AskGroup(t("practice.about-" + group.getKey()), group.getValue()))
        .toList();
  }

  String language(Job job) {
    return language(job, practice.of(job.id()).stream().findFirst());
  }
}

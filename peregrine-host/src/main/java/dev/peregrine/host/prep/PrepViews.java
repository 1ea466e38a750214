package dev.peregrine.host.prep;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.Posting;
import dev.peregrine.host.applications.Applications;
import dev.peregrine.host.applications.Content;
import dev.peregrine.host.applications.Sent;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.contacts.LogEntry;
import dev.peregrine.host.debriefs.Debrief;
import dev.peregrine.host.debriefs.Debriefs;
import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.letters.Tongue;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.practice.QuestionBank;
import dev.peregrine.host.research.Briefs;
import dev.peregrine.host.review.Words;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundNotes;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.stories.Fit;
import dev.peregrine.host.stories.Part;
import dev.peregrine.host.stories.Stories;
import dev.peregrine.host.stories.Story;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.web.SafeHtml;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what helps in a call. */
final class PrepViews {

  private static final int MOST_STORIES = 5;
  private static final int MOST_QUESTIONS = 6;
  private static final int MOST_MESSAGES = 30;

  private final Interviews interviews;
  private final Rounds rounds;
  private final Debriefs debriefs;
  private final Stories stories;
  private final Contacts contacts;
  private final Applications applications;
  private final Briefs briefs;

  PrepViews(
      Interviews interviews,
      Rounds rounds,
      Debriefs debriefs,
      Stories stories,
      Contacts contacts,
      Applications applications,
      Briefs briefs) {
    this.interviews = interviews;
    this.rounds = rounds;
    this.debriefs = debriefs;
    this.stories = stories;
    this.contacts = contacts;
    this.applications = applications;
    this.briefs = briefs;
  }

  /** The round that comes next; where none does, the last one. */
  Optional<Round> next(long job) {
    return Optional.ofNullable(rounds.next(List.of(job)).get(job))
        .or(() -> rounds.of(job).stream().reduce((first, last) -> last));
  }

  PrepPage page(Visit visit, Job job) {
    Times times = visit.times();
    List<Round> all = rounds.of(job.id());
    Map<Long, Debrief> said = debriefs.of(all.stream().map(Round::id).toList());
    Fit fit = stories.matching(job.id());
    return new PrepPage(
        interviews.frame(visit, job, PrepRoutes.KEY),
        Optional.ofNullable(rounds.next(List.of(job.id())).get(job.id()))
            .map(round -> Calls.talk(round, times)),
        points(job),
        prepare(said),
        fit.stories().stream().limit(MOST_STORIES).map(PrepViews::fitting).toList(),
        fit.untold().stream()
            .map(
                term ->
                    new PrepPage.Untold(
                        term,
                        "/stories/new?title=" + URLEncoder.encode(term, StandardCharsets.UTF_8)))
            .toList(),
        stories.all().size(),
        all.stream()
            .filter(round -> hasBeen(round, times.now()) || said.containsKey(round.id()))
            .map(round -> past(round, Optional.ofNullable(said.get(round.id())), times))
            .toList()
            .reversed());
  }

  /** One without a date has been once something was noted of it. */
  private static boolean hasBeen(Round round, Instant now) {
    return round.isOver(now) || (round.start().isEmpty() && !round.notes().isBlank());
  }

  private static PrepPage.Past past(Round round, Optional<Debrief> said, Times times) {
    String what =
        round
            .start()
            .map(start -> Calls.what(round) + ", " + times.momentWithin(start.toInstant()))
            .orElseGet(() -> Calls.what(round));
    return new PrepPage.Past(
        what,
        PrepRoutes.sheet(round.job(), round.id()),
        PrepRoutes.debrief(round.job(), round.id()),
        said.map(
                debrief ->
                    t(
                        "prep.debrief-said",
                        "asked",
                        debrief.asked().size(),
                        "prepare",
                        debrief.prepare().size()))
            .orElse(""));
  }

  private static PrepPage.Fitting fitting(Fit.Match match) {
    return new PrepPage.Fitting(
        match.story().title(),
        "/stories/" + match.story().id(),
        String.join(", ", match.answers()),
        match.story().text().missing().stream()
            .map(StoryViews::label)
            .collect(Collectors.joining(", ")));
  }

  private static List<String> prepare(Map<Long, Debrief> said) {
    return said.values().stream()
        .sorted(Comparator.comparing(Debrief::changed).reversed())
        .flatMap(debrief -> debrief.prepare().stream())
        .distinct()
        .toList();
  }

  private List<SheetPage.Point> points(Job job) {
    return briefs.points(job.id()).stream()
        .map(
            point ->
                new SheetPage.Point(
                    point.text(),
                    Stream.of(
                            point.asked().isEmpty()
                                ? ""
                                : t("prep.they-ask", "what", point.asked()),
                            point.evidence(),
                            point.byModel() ? t("prep.by-model") : "")
                        .filter(said -> !said.isEmpty())
                        .collect(Collectors.joining(" · "))))
        .toList();
  }

  /** What a person may ask in such a round, in the language of the posting. */
  private static List<String> questions(Job job, Optional<Round> round) {
    return QuestionBank.SHIPPED
        .toAsk(
            round.map(Round::kind).orElse(RoundKind.OTHER),
            Tongue.of(job.descriptionText()).orElseGet(() -> Language.current().locale()))
        .stream()
        .limit(MOST_QUESTIONS)
        .map(QuestionBank.ToAsk::question)
        .toList();
  }

  SheetPage sheet(Visit visit, Job job, Optional<Round> round, Optional<NotesPart> notes) {
    Posting posting = job.posting();
    Times times = visit.times();
    List<Round> all = rounds.of(job.id());
    Fit fit = stories.matching(job.id());
    return new SheetPage(
        visit
            .shell(t("prep.sheet-of", "title", posting.title()), Interviews.MENU)
            .alone()
            .styled("callsheet", ""),
        job.id(),
        posting.title(),
        posting.company().orElse(""),
        facts(posting),
        round.map(one -> Calls.talk(one, times)),
        times.momentWithin(times.now()),
        points(job),
        prepare(debriefs.of(all.stream().map(Round::id).toList())),
        fit.stories().stream().limit(MOST_STORIES).map(PrepViews::told).toList(),
        fit.untold(),
        questions(job, round),
        briefs
            .forJob(job.id())
            .map(brief -> Known.of(brief, job.id(), times))
            .orElse(Known.NOTHING),
        SafeHtml.of(posting.description().orElse("")),
        contacts.log(job.id()).stream()
            .limit(MOST_MESSAGES)
            .map(entry -> message(entry, times))
            .toList(),
        applications.of(job.id()).stream().map(sent -> sent(sent, times)).toList(),
        all.stream()
            .filter(other -> round.isEmpty() || other.id() != round.get().id())
            .filter(other -> !other.notes().isBlank())
            .map(other -> new SheetPage.Earlier(Calls.what(other), other.notes()))
            .toList(),
        notes.or(() -> round.map(one -> notes(visit, one, rounds.notes(one.id()), ""))));
  }

  private static String facts(Posting posting) {
    return Stream.of(
            Words.place(posting.places(), posting.remote()),
            posting.salary().isEmpty() ? "" : Words.pay(posting.salary()))
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  NotesPart notes(Visit visit, Round round, RoundNotes notes, String theirs) {
    return new NotesPart(
        round.job(),
        round.id(),
        visit.token(),
        notes.version(),
        notes
            .changed()
            .map(at -> t("prep.notes-saved", "when", visit.times().momentWithin(at)))
            .orElse(""),
        notes.text(),
        theirs);
  }

  private static SheetPage.Told told(Fit.Match match) {
    Story story = match.story();
    return new SheetPage.Told(
        story.title(),
        String.join(", ", match.answers()),
        Stream.of(Part.values())
            .filter(part -> !story.text().part(part).isBlank())
            .map(part -> new SheetPage.Part(StoryViews.label(part), story.text().part(part)))
            .toList());
  }

  private static SheetPage.Message message(LogEntry entry, Times times) {
    var said = entry.said();
    return new SheetPage.Message(
        t(
            "prep.message",
            "direction",
            said.direction().key(),
            "channel",
            said.channel().key(),
            "who",
            said.who()),
        times.moment(said.at()),
        said.subject(),
        said.text());
  }

  private static SheetPage.SentThen sent(Sent sent, Times times) {
    Content content = sent.content();
    return new SheetPage.SentThen(
        times.day(sent.applied()),
        "/apply/sent/" + sent.id(),
        content.resume().map(Content.ResumeThen::name).orElse(""),
        content
            .letter()
            .map(letter -> List.of(letter.text().strip().split("\\R\\s*\\R")))
            .orElse(List.of()),
        content.files().stream().map(Content.FileThen::name).toList(),
        content.answers().stream()
            .map(answer -> new SheetPage.Answer(answer.question(), answer.text()))
            .toList());
  }
}

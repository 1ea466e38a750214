package dev.peregrine.host.research;

import dev.peregrine.api.PostingDetail;
import dev.peregrine.host.evidence.EvidenceCheck;
import dev.peregrine.host.llm.NoAnswerException;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Looks companies up, each as a task, and keeps what it found as a version of the brief. */
public final class Research {

  /** The type of its tasks. */
  public static final String TASK = "company-research";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int POSTINGS = 3;
  private static final int RECENT = 60;

  /** Of a decision over many jobs; the others are looked up when the person asks. */
  private static final int MOST_AT_ONCE = 5;

  private static final Duration FRESH = Duration.ofDays(14);

  private final Briefs briefs;
  private final ResearchPlaces places;
  private final Jobs jobs;
  private final Tasks tasks;
  private final Supplier<Set<Heading>> ifWanted;
  private final BriefWriter writer;
  private final PointsWriter pointsWriter;
  private final InstantSource clock;

  /**
   * What a task is told.
   *
   * @param job for which it was asked; 0 for none
   * @param heading the only one to look up; empty for all
   */
  record Params(String company, String name, long job, String heading) {}

  /**
   * @param ifWanted which of the headings that are there only if wanted the person wants
   */
  public Research(
      Briefs briefs,
      ResearchPlaces places,
      Jobs jobs,
      Tasks tasks,
      Supplier<Set<Heading>> ifWanted,
      BriefWriter writer,
      PointsWriter pointsWriter,
      InstantSource clock) {
    this.briefs = briefs;
    this.places = places;
    this.jobs = jobs;
    this.tasks = tasks;
    this.ifWanted = ifWanted;
    this.writer = writer;
    this.pointsWriter = pointsWriter;
    this.clock = clock;
    tasks.register(TASK, this::run);
  }

  /** Is told of jobs that got further, and looks up the companies of those that are due. */
  public void moved(Move move) {
    if (move.to() == Stage.PHONE_SCREEN) {
      move.jobs().stream().limit(MOST_AT_ONCE).forEach(this::soon);
    }
  }

  /**
   * Looks up the company of a job, unless that goes on already.
   *
   * @throws IllegalArgumentException if there is no such job
   */
  public Submitted begin(long job) {
    Job found =
        jobs.findById(job)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no job \"%d\" (any more). Open the list of jobs again."
                            .formatted(job)));
    return begin(briefs.subject(found), job, Optional.empty());
  }

  /**
   * Looks a company up.
   *
   * @param job for which conversation; 0 for none
   * @param heading the only one; empty for all
   */
  public Submitted begin(Subject subject, long job, Optional<Heading> heading) {
    Submitted submitted =
        tasks.submit(
            TASK,
            subject.key(),
            title(subject),
            JSON.writeValueAsString(
                new Params(
                    subject.key(), subject.name(), job, heading.map(Heading::key).orElse(""))));
    briefs.changed();
    return submitted;
  }

  /** Looks up the company of a job that got far, where the person wants that and it is due. */
  public void soon(long job) {
    if (!places.choices().onPhoneScreen()) {
      return;
    }
    jobs.findById(job)
        .map(briefs::subject)
        .filter(subject -> isDue(subject.key()))
        .ifPresent(subject -> begin(subject, job, Optional.empty()));
  }

  private boolean isDue(String company) {
    return briefs
        .of(company)
        .filter(brief -> brief.isLive() && brief.made().plus(FRESH).isAfter(clock.instant()))
        .isEmpty();
  }

  /** The newest task for a company, whatever became of it, as long as it is among the newest. */
  public Optional<Task> state(Subject subject) {
    String title = title(subject);
    return Stream.concat(tasks.active().stream(), tasks.recent(RECENT).stream())
        .filter(task -> task.type().equals(TASK) && task.title().equals(title))
        .max(Comparator.comparingLong(Task::id));
  }

  /** Ends a look-up; what was there before stays. */
  public void stop(Subject subject) {
    state(subject).filter(task -> task.state().isLive()).ifPresent(task -> tasks.cancel(task.id()));
    briefs.changed();
  }

  /**
   * Keeps what a company's site and others say of it as though it was looked up now; nobody is
   * called.
   *
   * @param site the company's own
   */
  public void retell(Subject subject, URI site, List<Source> told) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    int own = (int) told.stream().filter(one -> one.kind() == Source.Kind.SITE).count();
    var looked =
        List.of(
            Looked.read(Looked.Place.SEARCH, told.size() - own, ""),
            Looked.read(Looked.Place.SITE, own, site.getHost()));
    var found = told.stream().map(one -> new Found(one, Set.of())).toList();
    var gathered = new Gathered(found, looked, Optional.of(site));
    Brief brief = arranged(subject, wanted(), postings(subject, 0), gathered, now);
    var _ = briefs.add(brief, Optional.empty());
  }

  /** Whether there is a model that could word briefs. */
  public boolean hasModel() {
    return writer.canWrite() || writer.locked().isPresent();
  }

  /** Why a model that is there may not word them, as a sentence; empty where it may. */
  public Optional<String> whyNoModel() {
    return writer.locked();
  }

  /** The headings of a brief, as the person wants them. */
  public Set<Heading> wanted() {
    Set<Heading> chosen = ifWanted.get();
    return Stream.of(Heading.values())
        .filter(heading -> !heading.isOnlyIfWanted() || chosen.contains(heading))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Heading.class)));
  }

  private static String title(Subject subject) {
    return subject.isNameless()
        ? "Look up the employer of " + subject.key().replace('-', ' ')
        : "Look up “%s” (%s)".formatted(subject.name(), subject.key());
  }

  private String run(TaskRun run) throws TaskFailedException, InterruptedException {
    try {
      Params params = JSON.readValue(run.params(), Params.class);
      Subject subject =
          briefs
              .subject(params.company())
              .orElseGet(
                  () ->
                      briefs.said(
                          new Subject(params.company(), params.name(), Optional.empty(), false)));
      Brief brief = lookUp(subject, params, run);
      return writer.canWrite() ? said(brief) + worded(brief, params, run) : said(brief);
    } finally {
      briefs.changed();
    }
  }

  /** Has a model word it; where none answers, what was found stays as it is. */
  private String worded(Brief brief, Params params, TaskRun run) throws InterruptedException {
    Optional<Heading> only = Heading.of(params.heading());
    Set<Heading> wanted = only.<Set<Heading>>map(EnumSet::of).orElseGet(this::wanted);
    Optional<Job> job = Optional.of(params.job()).filter(id -> id > 0).flatMap(jobs::findById);
    boolean german =
        job.map(one -> EvidenceCheck.isGerman(one.descriptionText()))
            .orElseGet(
                () ->
                    EvidenceCheck.isGerman(
                        brief.sources().stream().map(Source::text).findFirst().orElse("")));
    try {
      Brief written = briefs.add(writer.write(brief, wanted, german, run), only);
      if (job.isPresent() && only.isEmpty()) {
        Optional<PointsWriter.Written> points = pointsWriter.write(job.get(), written, run);
        points
            .filter(found -> !found.points().isEmpty())
            .ifPresent(
                found ->
                    briefs.keepPoints(
                        params.job(), found.backend(), clock.instant(), found.points()));
      }
      return " Worded by %s.".formatted(written.writer().orElse(""));
    } catch (NoAnswerException none) {
      return " No model worded it: " + none.sentence();
    }
  }

  private static String said(Brief brief) {
    int claims = brief.sections().stream().mapToInt(section -> section.claims().size()).sum();
    return brief.isLive()
        ? "%d sentences from %d sources.".formatted(claims, brief.sources().size())
        : "%d sentences from postings; nothing was looked up on the web.".formatted(claims);
  }

  /**
   * Looks a company up now.
   *
   * @throws TaskFailedException with a sentence where nothing was found that is as good as what is
   *     there
   */
  private Brief lookUp(Subject subject, Params params, TaskRun run)
      throws TaskFailedException, InterruptedException {
    Optional<Heading> only = Heading.of(params.heading());
    Optional<Brief> before = briefs.of(subject.key());
    Set<Heading> wanted = only.<Set<Heading>>map(EnumSet::of).orElseGet(this::wanted);
    List<Job> postings = postings(subject, params.job());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Gathered gathered =
        new Gathering(places, run, now)
            .look(subject, wanted, isGerman(postings), context(postings), addresses(postings));
    boolean fresh = gathered.found().stream().anyMatch(one -> one.source().isLive());
    if (!fresh && before.filter(Brief::isLive).isPresent()) {
      throw new TaskFailedException(
          "Nothing could be looked up this time, so the brief that is there stays.%s"
              .formatted(why(gathered)));
    }
    run.step("Arranging what was found");
    Brief arranged = arranged(subject, wanted, postings, gathered, now);
    return briefs.add(only.isPresent() ? merged(before, arranged) : arranged, only);
  }

  private Brief arranged(
      Subject subject, Set<Heading> wanted, List<Job> postings, Gathered gathered, Instant now) {
    var all = new ArrayList<>(postings.stream().map(job -> posting(job, now)).toList());
    all.addAll(gathered.found());
    List<Found> kept = briefs.keep(subject.key(), all);
    Subject known = subject.withSite(gathered.site(), subject.siteSaid());
    List<BriefSection> sections =
        new Arranging(new Relevance(known, Set.of()), now).sections(kept, wanted);
    return new Brief(
        0,
        subject.key(),
        subject.isNameless() ? "" : subject.name(),
        now,
        Optional.empty(),
        sections,
        kept.stream().map(Found::source).toList(),
        gathered.looked());
  }

  /** What was looked up under one heading, within what was there. */
  private static Brief merged(Optional<Brief> before, Brief part) {
    if (before.isEmpty()) {
      return part;
    }
    Brief old = before.get();
    var sections = new ArrayList<>(old.sections());
    sections.removeIf(section -> part.section(section.heading()).isPresent());
    sections.addAll(part.sections());
    sections.sort(Comparator.comparing(BriefSection::heading));
    Set<Long> used = new HashSet<>();
    sections.forEach(section -> section.claims().forEach(claim -> used.addAll(claim.sources())));
    return new Brief(
        0,
        part.company(),
        part.name(),
        part.made(),
        old.writer(),
        sections,
        Stream.concat(old.sources().stream(), part.sources().stream())
            .filter(source -> used.contains(source.id()))
            .toList(),
        part.looked());
  }

  private static String why(Gathered gathered) {
    return gathered.looked().stream()
        .filter(looked -> looked.place() == Looked.Place.SEARCH)
        .map(
            looked ->
                switch (looked.outcome()) {
                  case OFF ->
                      " Looking on the web is switched off under Settings → Company research.";
                  case ABSENT -> " SearXNG at %s takes no connection.".formatted(looked.detail());
                  case SLOW -> " SearXNG at %s did not answer in time.".formatted(looked.detail());
                  case LIMITED ->
                      " SearXNG at %s says that it was asked too often.".formatted(looked.detail());
                  case REFUSED, ODD ->
                      " SearXNG at %s answered something else.".formatted(looked.detail());
                  case ENGINES ->
                      " None of the search engines answered: %s.".formatted(looked.detail());
                  case READ, NOTHING, ROBOTS, INSIDE -> " The search found nothing about it.";
                })
        .findFirst()
        .orElse("");
  }

  private List<Job> postings(Subject subject, long asked) {
    return Stream.concat(
            Stream.of(asked).filter(id -> id > 0),
            Stream.concat(
                Subject.jobOf(subject.key()).stream(),
                jobs.ofCompany(subject.key(), POSTINGS).stream().map(job -> job.id())))
        .distinct()
        .limit(POSTINGS)
        .flatMap(id -> jobs.findById(id).stream())
        .toList();
  }

  private static Found posting(Job job, Instant now) {
    String about = job.posting().details().getOrDefault(PostingDetail.COMPANY_ABOUT, "");
    return new Found(
        new Source(
            0,
            Source.Kind.POSTING,
            job.posting().url(),
            job.posting().title(),
            job.posting().posted(),
            now,
            PageText.ofPosting(about + "\n" + job.descriptionText()),
            false),
        Set.of());
  }

  private static boolean isGerman(List<Job> postings) {
    return !postings.isEmpty() && EvidenceCheck.isGerman(postings.getFirst().descriptionText());
  }

  /** Words that tell this company from others of its name. */
  private static Set<String> context(List<Job> postings) {
    Set<String> words = new HashSet<>();
    for (Job job : postings) {
      Stream.concat(
              Stream.of(job.posting().details().getOrDefault(PostingDetail.INDUSTRY, "")),
              job.posting().places().stream().flatMap(place -> place.city().stream()))
          .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")))
          .forEach(words::add);
    }
    return words;
  }

  private static List<URI> addresses(List<Job> postings) {
    return postings.stream()
        .flatMap(
            job ->
                Stream.concat(
                    job.posting().applyUrl().stream(),
                    Stream.concat(
                        Stream.of(job.posting().url()),
                        job.sightings().stream().map(sighting -> sighting.url()))))
        .toList();
  }
}

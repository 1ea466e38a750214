package dev.peregrine.host.tailoring;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Scored;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeReading;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The current tenant's résumés, each as it is changed for a job. */
public final class Tailorings {

  /** The topic of {@link Live} that is told when a change comes or is decided. */
  public static final String TOPIC = "tailoring";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Databases databases;
  private final Jobs jobs;
  private final Resumes resumes;
  private final LaneDocuments documents;
  private final Live live;
  private final InstantSource clock;

  public Tailorings(
      Databases databases,
      Jobs jobs,
      Resumes resumes,
      ResumeReading reading,
      Live live,
      InstantSource clock) {
    this.databases = databases;
    this.jobs = jobs;
    this.resumes = resumes;
    this.documents = new LaneDocuments(reading);
    this.live = live;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(ChangeMapper.class);
  }

  /**
   * The résumé for a job as it is to be sent: the lane that the person chose, else the one that
   * fits best, with the changes that they accepted. What the lane no longer says cannot be changed
   * and is left as it is.
   *
   * @return empty where there is no such job or no résumé
   */
  public Optional<TailoredResume> toSend(long job) throws InterruptedException {
    Optional<Resume> lane = lane(job);
    return lane.isPresent() ? Optional.of(tailored(job, lane.get())) : Optional.empty();
  }

  private TailoredResume tailored(long job, Resume lane) throws InterruptedException {
    ResumeDocument document = document(lane);
    var tailor = new Tailor(document);
    List<Change> accepted =
        changes(job, lane.id()).stream()
            .filter(change -> change.state() == Change.State.ACCEPTED)
            .filter(change -> !tailor.isStale(change))
            .toList();
    return new TailoredResume(
        lane.id(), lane.name(), lane.version(), tailor.with(accepted), accepted);
  }

  /** What a lane says, without any change. */
  public ResumeDocument document(Resume lane) throws InterruptedException {
    return documents.of(lane);
  }

  // --- the lane

  /**
   * The lane for a job: the chosen one, else the one that it was scored with, else the main one.
   */
  public Optional<Resume> lane(long job) {
    return chosen(job).or(() -> best(job));
  }

  /** The lane that the person chose for a job. */
  public Optional<Resume> chosen(long job) {
    return read(mapper -> mapper.lane(job)).flatMap(resumes::findById);
  }

  /** The number of the lane for each job for which the person chose one. */
  public Map<Long, Long> chosen() {
    return read(ChangeMapper::lanes).stream()
        .collect(Collectors.toMap(ChangeMapper.LaneRow::job, ChangeMapper.LaneRow::resume));
  }

  private Optional<Resume> best(long job) {
    Optional<Job> found = jobs.findById(job);
    return found
        .flatMap(Job::scored)
        .map(Scored::resume)
        .filter(java.util.OptionalLong::isPresent)
        .flatMap(resume -> resumes.findById(resume.getAsLong()))
        .or(() -> found.flatMap(any -> resumes.current()));
  }

  /** Takes a lane for a job. */
  public void choose(long job, Resume lane) {
    write(
        mapper -> {
          mapper.choose(job, lane.id());
          return job;
        });
  }

  /** Takes the lane that fits best again. */
  public void chooseBest(long job) {
    write(
        mapper -> {
          mapper.useBest(job);
          return job;
        });
  }

  // --- changes

  /** All changes of a lane for a job, in the order in which they came. */
  public List<Change> changes(long job, long lane) {
    return read(mapper -> changes(mapper, job, lane));
  }

  private static List<Change> changes(ChangeMapper mapper, long job, long lane) {
    return mapper.of(job, lane).stream().map(Tailorings::change).toList();
  }

  /** What the person said, or has still to say, to any change for a job. */
  public Set<Change.State> states(long job) {
    return read(mapper -> mapper.states(job)).stream()
        .map(state -> Change.State.valueOf(state.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  /** The change of that number. */
  public Optional<Change> findById(long id) {
    return read(mapper -> mapper.find(id)).map(Tailorings::change);
  }

  /**
   * Stores proposals. Those before them that nobody decided about, of the same origin, go; so does
   * a new one that says what was decided about already.
   *
   * @return how many are new
   */
  public int propose(long job, long lane, Change.Origin origin, List<NewChange> proposals) {
    return write(
        mapper -> {
          changes(mapper, job, lane).stream()
              .filter(change -> change.origin() == origin)
              .filter(change -> change.state() == Change.State.PROPOSED)
              .forEach(change -> mapper.remove(change.id()));
          return added(mapper, job, lane, proposals);
        });
  }

  /** Stores proposals beside those before them. */
  public int proposeMore(long job, long lane, List<NewChange> proposals) {
    return write(mapper -> added(mapper, job, lane, proposals));
  }

  private int added(ChangeMapper mapper, long job, long lane, List<NewChange> proposals) {
    List<Change> before = changes(mapper, job, lane);
    List<NewChange> news =
        proposals.stream()
            .filter(proposal -> before.stream().noneMatch(old -> says(old, proposal)))
            .toList();
    news.forEach(
        proposal -> mapper.add(row(job, lane, proposal, Change.State.PROPOSED, clock.instant())));
    return news.size();
  }

  private static boolean says(Change old, NewChange proposal) {
    boolean same = old.kind() == proposal.kind() && old.before().equals(proposal.before());
    return same && (old.after().equals(proposal.after()) || old.state() == Change.State.ACCEPTED);
  }

  /** Adds one that is decided already; an accepted one takes the place of another. */
  public Change add(long job, long lane, NewChange made, Change.State state) {
    Instant now = clock.instant();
    return write(
        mapper -> {
          long id = mapper.add(row(job, lane, made, state, now));
          if (state == Change.State.ACCEPTED) {
            settle(mapper, change(mapper.find(id).orElseThrow()));
          }
          return change(mapper.find(id).orElseThrow());
        });
  }

  /** Puts other words into a change. */
  public void reword(Change change, List<String> after) {
    write(
        mapper -> {
          mapper.reword(change.id(), JSON.writeValueAsString(after), clock.instant());
          return change.id();
        });
  }

  /** Accepts changes; of two about the same thing the later one counts, the other is declined. */
  public void accept(long job, Collection<Long> ids) {
    write(
        mapper -> {
          for (long id : ids) {
            mapper
                .find(id)
                .map(Tailorings::change)
                .filter(change -> change.job() == job)
                .ifPresent(change -> settle(mapper, change));
          }
          return ids.size();
        });
  }

  private static void settle(ChangeMapper mapper, Change accepted) {
    List<Long> others =
        mapper.of(accepted.job(), accepted.resume()).stream()
            .map(Tailorings::change)
            .filter(other -> other.id() != accepted.id() && other.isAbout(accepted))
            .filter(other -> other.state() == Change.State.ACCEPTED)
            .map(Change::id)
            .toList();
    if (!others.isEmpty()) {
      mapper.decide(accepted.job(), others, key(Change.State.DECLINED));
    }
    mapper.decide(accepted.job(), List.of(accepted.id()), key(Change.State.ACCEPTED));
  }

  /** Declines changes, or takes a decision back where the state is {@code PROPOSED}. */
  public void set(long job, Collection<Long> ids, Change.State state) {
    if (state == Change.State.ACCEPTED) {
      accept(job, ids);
    } else if (!ids.isEmpty()) {
      write(mapper -> mapper.decide(job, ids, key(state)));
    }
  }

  /** Takes a change away for good. */
  public void remove(Change change) {
    write(
        mapper -> {
          mapper.remove(change.id());
          return change.id();
        });
  }

  // --- rows

  private static ChangeMapper.Row row(
      long job, long lane, NewChange made, Change.State state, Instant at) {
    return new ChangeMapper.Row(
        0,
        job,
        lane,
        key(made.kind()),
        made.place(),
        JSON.writeValueAsString(made.before()),
        JSON.writeValueAsString(made.after()),
        made.reason(),
        key(made.origin()),
        key(state),
        at);
  }

  private static Change change(ChangeMapper.Row row) {
    return new Change(
        row.id(),
        row.job(),
        row.resume(),
        Change.Kind.valueOf(row.kind().toUpperCase(Locale.ROOT)),
        row.place(),
        texts(row.before()),
        texts(row.after()),
        row.reason(),
        Change.Origin.valueOf(row.origin().toUpperCase(Locale.ROOT)),
        Change.State.valueOf(row.state().toUpperCase(Locale.ROOT)),
        row.at());
  }

  private static List<String> texts(String json) {
    return List.of(JSON.readValue(json, String[].class));
  }

  private static String key(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private <T> T read(Function<ChangeMapper, T> question) {
    return databases.current().read(mappers -> question.apply(mappers.of(ChangeMapper.class)));
  }

  private <T> T write(Function<ChangeMapper, T> change) {
    T result = databases.current().write(mappers -> change.apply(mappers.of(ChangeMapper.class)));
    live.changed(Tenant.current().id(), TOPIC);
    return result;
  }
}

package dev.peregrine.host.pipeline;

import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.pipeline.JobEventMapper.EventData;
import dev.peregrine.host.pipeline.JobReadMapper.PostingData;
import dev.peregrine.host.pipeline.JobReadMapper.ScoreData;
import dev.peregrine.host.pipeline.JobReadMapper.SightingRow;
import dev.peregrine.host.pipeline.SimilarMapper.AppliedData;
import dev.peregrine.host.pipeline.VerdictMapper.SaidData;
import dev.peregrine.host.pipeline.VerdictMapper.ToldData;
import dev.peregrine.host.storage.Mappers;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Makes jobs out of rows. */
final class JobReading {

  private JobReading() {}

  /** The job, or the one that it was joined to, with what those know that were joined to it. */
  static Optional<Job> findWithJoined(Mappers mappers, long asked) {
    VerdictMapper verdicts = mappers.of(VerdictMapper.class);
    Long root = verdicts.root(asked);
    return root == null
        ? Optional.empty()
        : Optional.of(job(mappers, root, verdicts.joinedTo(root)));
  }

  private static Job job(Mappers mappers, long id, List<Long> joined) {
    JobReadMapper reading = mappers.of(JobReadMapper.class);
    PostingData data = Objects.requireNonNull(reading.find(id));
    Posting posting = posting(data);
    String text = data.descriptionText();
    Optional<Scored> scored = scored(reading, id);
    List<JobEvent> events = new ArrayList<>(events(mappers, id));
    for (long each : joined) {
      PostingData other = Objects.requireNonNull(reading.find(each));
      text = text.isEmpty() ? other.descriptionText() : text;
      posting = Rewrite.completed(posting, posting(other));
      scored = scored.or(() -> scored(reading, each));
      events.addAll(events(mappers, each));
    }
    events.sort(Comparator.comparing(JobEvent::at));
    var sightings = new Sightings(reading.sightings(id), posting, text);
    Optional<SightingRow> link = sightings.preferred();
    List<Sighting> all = sightings.all();
    return new Job(
        id,
        posting.withUrl(URI.create(link.map(SightingRow::url).orElse(data.url()))),
        text,
        link.map(SightingRow::board).orElse(data.board()),
        Stage.of(data.stage()),
        rejectedAfter(data.rejectionStage()),
        ending(Stage.of(data.stage()), data.ending()),
        Instant.ofEpochMilli(data.found()),
        scored,
        all,
        events,
        hidden(data.hiddenRule(), data.hiddenDetail()),
        Optional.ofNullable(applied(mappers, List.of(id)).get(id)));
  }

  private static Optional<Scored> scored(JobReadMapper reading, long id) {
    return Optional.ofNullable(reading.score(id)).map(JobReading::scored);
  }

  private static List<JobEvent> events(Mappers mappers, long id) {
    List<JobEvent> all = new ArrayList<>();
    mappers.of(JobEventMapper.class).of(id).forEach(data -> all.add(event(data)));
    mappers.of(VerdictMapper.class).of(id).forEach(told -> verdict(told).ifPresent(all::add));
    return all;
  }

  /** The timeline of the one tells of the other; both together would tell it twice. */
  private static Optional<JobEvent> verdict(ToldData told) {
    boolean isSame = told.kind().equals("same");
    if (isSame && told.isOther()) {
      return Optional.empty();
    }
    return Optional.of(
        new JobEvent(
            told.id(),
            Instant.ofEpochMilli(told.at()),
            Instant.ofEpochMilli(told.at()),
            isSame ? "joined" : "split",
            Wording.verdict(told),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            told.undone()));
  }

  /** Which of these jobs the person applied for, by their numbers. */
  static Map<Long, Applied> applied(Mappers mappers, List<Long> ids) {
    Map<Long, Applied> applied = new HashMap<>();
    for (AppliedData data : mappers.of(SimilarMapper.class).applied(StoredText.ids(ids))) {
      applied.putIfAbsent(
          data.id(), new Applied(data.job(), data.title(), Instant.ofEpochMilli(data.at())));
    }
    return applied;
  }

  static Posting posting(SaidData data) {
    return posting(
        new PostingData(
            0,
            data.title(),
            data.company(),
            data.url(),
            data.board(),
            data.nativeId(),
            data.remote(),
            data.salaryMin(),
            data.salaryMax(),
            data.salaryCurrency(),
            data.salaryPeriod(),
            data.salaryOrigin(),
            data.posted(),
            data.closes(),
            data.found(),
            Stage.PENDING.key(),
            null,
            null,
            null,
            null,
            data.applyUrl(),
            data.places(),
            data.employmentTypes(),
            data.tags(),
            data.details(),
            data.description(),
            data.descriptionText()));
  }

  static Posting posting(PostingData data) {
    return new Posting(
        data.nativeId(),
        data.title(),
        Optional.ofNullable(data.company()),
        URI.create(data.url()),
        Optional.ofNullable(data.applyUrl()).map(URI::create),
        StoredText.places(data.places()),
        remote(data.remote()),
        Optional.ofNullable(data.posted()).map(LocalDate::ofEpochDay),
        Optional.ofNullable(data.closes()).map(Instant::ofEpochMilli),
        StoredText.employmentTypes(data.employmentTypes()),
        new SalaryData(
                data.salaryMin(),
                data.salaryMax(),
                data.salaryCurrency(),
                data.salaryPeriod(),
                data.salaryOrigin())
            .salary(),
        Optional.ofNullable(data.description()).or(() -> Optional.of(data.descriptionText())),
        StoredText.strings(data.tags()),
        StoredText.details(data.details()));
  }

  static Optional<RemoteMode> remote(@Nullable String key) {
    return Optional.ofNullable(key).map(name -> RemoteMode.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  static Optional<Hidden> hidden(@Nullable String rule, @Nullable String detail) {
    return Optional.ofNullable(rule).map(key -> new Hidden(key, detail == null ? "" : detail));
  }

  static Optional<Stage> rejectedAfter(@Nullable String key) {
    return Optional.ofNullable(key)
        .map(stage -> stage.equals("review") ? Stage.PENDING : Stage.of(stage));
  }

  static Optional<Ending> ending(Stage stage, @Nullable String key) {
    return stage == Stage.REJECTED
        ? Optional.of(key == null ? Ending.REJECTED : Ending.of(key))
        : Optional.empty();
  }

  private static Scored scored(ScoreData data) {
    Score score =
        data.score() == null
            ? new Score.None(data.why() == null ? "" : data.why())
            : new Score.Match(
                data.score(), StoredText.reasons(data.reasons()), StoredText.strings(data.gaps()));
    OptionalLong resume =
        data.resume() == null ? OptionalLong.empty() : OptionalLong.of(data.resume());
    return new Scored(data.scorer(), score, Instant.ofEpochMilli(data.at()), resume);
  }

  private static JobEvent event(EventData data) {
    Optional<Stage> from = Optional.ofNullable(data.fromStage()).map(Stage::of);
    Optional<Stage> to = Optional.ofNullable(data.toStage()).map(Stage::of);
    Optional<String> reason = Optional.ofNullable(data.reason());
    return new JobEvent(
        data.id(),
        Instant.ofEpochMilli(data.happened() == null ? data.at() : data.happened()),
        Instant.ofEpochMilli(data.at()),
        data.kind(),
        Wording.event(data, from, to, reason),
        from,
        to,
        reason,
        data.undone());
  }
}
